import { campaignPages } from './campaign-pages';
import { campaigns } from './campaigns';
import { disclosure } from './disclosure';
import { words as glance } from './glance';
import { spans } from './spans';

/** What popup and side panel say of a campaign page in front. */
export const words = [...glance, ...campaigns, ...campaignPages, ...disclosure, ...spans];
