import { pageLink, parseCampaignPage } from './page-link';

/**
 * What is copied in place of a text, or nothing to leave it alone. Only a text that is one campaign address and nothing
 * else is changed, and only if nothing of it gets lost: codes hide in parameters of many names, and in fragments.
 */
export function appended(text: string, code: string): string | undefined {
  const address = text.trim();
  const page = parseCampaignPage(address);
  if (!page || address.includes('#')) return undefined;
  const isWhole = [...new URL(address).searchParams].length === page.kept.length;
  return isWhole ? pageLink(page, code) : undefined;
}

/**
 * What is copied when an address is pressed in a menu of the browser, or nothing. A selected text with somebody's code
 * is left alone; a page or link was named by pressing on it, and gets the user's code.
 */
export function pressedLink(
  text: string,
  code: string,
  pressed: 'link' | 'page' | 'selection',
): string | undefined {
  if (pressed === 'selection') return appended(text, code);
  const page = parseCampaignPage(text.trim().replace(/#.*$/s, ''));
  return page && pageLink(page, code);
}
