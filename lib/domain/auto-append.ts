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
