import { PAGES, type PageRow } from '../domain/campaign-pages';
import { type CampaignPage, parseCampaignPage } from '../domain/page-link';
import { allWithin, shadowOf } from './unnamed';

/** Told by the browser's own matcher: touching ten thousand links one by one would cost too much. */
const LIKELY_LINKS = selectorOf(PAGES);

/** A selector of the links that may lead to pages a code can be put on. */
export function selectorOf(pages: readonly PageRow[]): string {
  const hrefs = new Set(pages.flatMap(({ href }) => href ?? []));
  return [...hrefs].map(part => `a[href*="${part}"]`).join();
}

/** Links below a node that may lead to campaigns. The list does not change, and is not gone through here. */
export function likelyLinks(root: ParentNode): ArrayLike<HTMLAnchorElement> {
  return allWithin<HTMLAnchorElement>(root, LIKELY_LINKS);
}

/** Open shadow roots below a node, theirs too; a step at a time, since every element must be looked at. */
export function* shadowRootsIn(root: ParentNode, found: (shadow: ShadowRoot) => void): Generator<void> {
  const walker = document.createTreeWalker(root as unknown as Node, NodeFilter.SHOW_ELEMENT);
  let n = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (++n % 400 === 0) yield;
    const shadowRoot = shadowOf(node as Element);
    if (!shadowRoot) continue;
    found(shadowRoot);
    yield* shadowRootsIn(shadowRoot, found);
  }
}

/** The campaign a link leads to; nothing for any other link, and for those in drawings, whose addresses are no texts. */
export function linkedCampaign(anchor: Element): CampaignPage | undefined {
  if (!(anchor instanceof HTMLAnchorElement)) return undefined;
  return parseCampaignPage(anchor.href.replace(/#.*$/s, ''));
}

/** What a link is called, for the button beside it. */
export function titleOf(anchor: HTMLAnchorElement): string {
  const text = anchor.getAttribute('aria-label') ?? anchor.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}
