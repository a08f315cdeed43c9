import { defineBackground } from 'wxt/utils/define-background';
import { guardStorage } from '../../lib/platform/browser-doors';
import { reportUncaught } from '../../lib/platform/fault-log';
import { openFirstRun } from '../../lib/platform/first-run';
import { serveCurrency } from './currency';
import { serveFeed } from './feed';
import { serveLinks } from './links';
import { serveMessages } from './messages';
import { database } from './place';
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
