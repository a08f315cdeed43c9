import { type CampaignPage, parseCampaignPage } from '../domain/link';

/** A link of the host page that leads to a campaign. */
export interface CampaignLink {
  anchor: HTMLAnchorElement;
  page: CampaignPage;
}

/** Looked for in the attribute first: taking every address apart would cost too much on a page with ten thousand. */
const LIKELY = /(?:announcement|activity|events?|square\/post)\//;

/** Links below a node that may lead to campaigns, open shadow roots included. */
export function likelyLinks(root: ParentNode): HTMLAnchorElement[] {
  const links: HTMLAnchorElement[] = [];
  for (const anchor of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (LIKELY.test(anchor.getAttribute('href') ?? '')) links.push(anchor);
  }
  return links;
}

/** Open shadow roots below a node, theirs too. Only elements with a dash in their name can be told to have one cheaply. */
export function shadowRootsIn(root: ParentNode): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const look = (within: ParentNode) => {
    const walker = document.createTreeWalker(within as unknown as Node, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { shadowRoot } = node as Element;
      if (!shadowRoot || (node as Element).localName === 'referral-copy') continue;
      found.push(shadowRoot);
      look(shadowRoot);
    }
  };
  look(root);
  return found;
}

/** The campaign a link leads to; nothing for any other link, and for one that is not shown. */
export function campaignOf(anchor: HTMLAnchorElement): CampaignPage | undefined {
  return parseCampaignPage(anchor.href.replace(/#.*$/s, ''));
}

/** What a link is called, for the button beside it. */
export function titleOf(anchor: HTMLAnchorElement): string {
  const text = anchor.getAttribute('aria-label') ?? anchor.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}
