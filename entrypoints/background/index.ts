import { defineBackground } from 'wxt/utils/define-background';
import { openFirstRun } from '../../lib/platform/first-run';

export default defineBackground(() => {
  openFirstRun();
});
