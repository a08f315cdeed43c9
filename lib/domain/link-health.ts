import { isCode } from './link';
import { parseCampaignPage } from './page-link';

/** What is right and wrong about a link somebody pastes. */
export interface LinkHealth {
  /** It leads to Binance and nowhere else. */
  host: boolean;
  form: 'join' | 'register' | 'page' | 'futures' | 'short' | 'unknown';
  code?: string;
  /** The code is one of the user's own. */
  own: boolean;
  /** The form also counts old users who come back: only the join link does (docs/facts/binance.md §2.4). */
  recalls: boolean;
  /** More than one code in the address. */
  doubled: boolean;
}

const HOSTS = ['www.binance.com', 'accounts.binance.com'];
const SHORT_HOSTS = ['app.binance.com', 's.binance.com'];

/** Looks at a link without ever using it: what is copied is always rebuilt. */
export function linkHealth(text: string, own: readonly string[]): LinkHealth {
  const bad: LinkHealth = { host: false, form: 'unknown', own: false, recalls: false, doubled: false };
  const address = text.trim();
  if (!URL.canParse(address) || /[\\\s]/.test(address)) return bad;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && !url.username && !url.password && !url.port;
  if (plain && SHORT_HOSTS.includes(url.host)) return { ...bad, host: true, form: 'short' };
  if (!plain || !HOSTS.includes(url.host)) return bad;
  const path = url.pathname.replace(/^\/[a-z]{2,3}(?:-[A-Z]{2})?(?=\/)/, '').replace(/\/$/, '');
  const inPath = /^\/futures\/ref\/([^/]+)$/.exec(path)?.[1];
  const codes = [
    ...(inPath ? [inPath] : []),
    ...url.searchParams.getAll('ref'),
    ...(path === '/futures/ref' ? url.searchParams.getAll('code') : []),
  ];
  const code = codes.find(isCode);
  const form =
    path === '/join'
      ? 'join'
      : path === '/register'
        ? 'register'
        : path.startsWith('/futures/ref')
          ? 'futures'
          : parseCampaignPage(address)
            ? 'page'
            : 'unknown';
  return {
    host: true,
    form,
    ...(code && { code }),
    own: code !== undefined && own.includes(code),
    recalls: form === 'join' && url.host === 'www.binance.com',
    doubled: codes.length > 1,
  };
}
