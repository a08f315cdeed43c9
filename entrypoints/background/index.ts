import { defineBackground } from 'wxt/utils/define-background';
import { reportUncaught } from '../../lib/platform/fault-log';
import { openFirstRun } from '../../lib/platform/first-run';
import { guardStorage } from '../../lib/platform/storage-guard';
import { serveCurrency } from './currency';
import { database } from './env';
import { serveFeed } from './feed';
import { serveLinks } from './links';
import { serveMessages } from './messages';
import { serveSyncs } from './syncs';
import { serveToolbar } from './toolbar';

export default defineBackground(() => {
  reportUncaught('background');
  openFirstRun();
  serveFeed();
  serveMessages();
  serveLinks(database);
  serveSyncs();
  serveToolbar();
  serveCurrency();
  guardStorage();
});
