import { campaignPages } from './campaign-pages';
import { disclosure } from './disclosure';
import { format } from './format';
import { news } from './news';

/** What is said without a page of ours: notifications, menus, our elements on Binance's pages. */
export const words = [...format, ...news, ...campaignPages, ...disclosure];
