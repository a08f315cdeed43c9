import { parseCampaignPage } from './page-link';

interface Quiet {
  /** No buttons on Binance's pages at all, or not on these (paths of pages). */
  quiet?: boolean;
  quietPages?: string[];
}

/** Pages remembered at most; the oldest is forgotten first. */
const MOST = 200;

/** The page at an address, as settings remember it: the same campaign in another language is the same page. */
const pageAt = (address: string) => parseCampaignPage(address)?.path ?? new URL(address).pathname;

/** Whether the user wants no buttons of ours at an address. */
export function isQuietAt({ quiet, quietPages }: Quiet, address: string): boolean {
  return quiet === true || quietPages?.includes(pageAt(address)) === true;
}

/** Takes our buttons away: at an address, or on the whole site. */
export function hideAt<T extends Quiet>(settings: T, where: 'page' | 'site', address: string): T {
  if (where === 'site') return { ...settings, quiet: true };
  return { ...settings, quietPages: [...(settings.quietPages ?? []), pageAt(address)].slice(-MOST) };
}
