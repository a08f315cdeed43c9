import { pageLink, parseCampaignPage } from './link';

/**
 * What is copied in place of a text, or nothing to leave it alone. Only a text that is one campaign address and
 * nothing else is changed, and one that carries a code, anybody's, stays as it is.
 */
export function appended(text: string, code: string): string | undefined {
  const address = text.trim();
  const page = parseCampaignPage(address);
  // Codes hide in other parameters too (`r`, `code`): such an address is somebody's link.
  if (!page || page.code !== undefined || /[?&](?:r|code|ref[a-z_]*)=/i.test(address)) return undefined;
  return pageLink(page, code);
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
