import { childrenOf, parentOf } from './unnamed';

/** A place in the document for a small button beside a link, in px. */
export interface Spot {
  left: number;
  top: number;
  height: number;
}

const GAP = 6;
/** A button may reach so far into the white between lines, in px. */
const LEADING = 4;
/** Lower than this no button can be pressed, in px. */
const LOWEST = 14;

/** The boxes of a link's lines of text; its own box where it has none. */
function lines(anchor: HTMLElement): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(anchor);
  const rects = [...range.getClientRects()].filter(rect => rect.width > 1 && rect.height > 1);
  return rects.length > 0 && rects.length < 40 ? rects : [anchor.getBoundingClientRect()];
}

/** Whether the button that is to be placed lies at a point already. */
type IsOwn = (x: number, y: number) => boolean;

/** Whether nothing but what surrounds the link lies in a box: no other element, no text. Only seen places can be free. */
function isFree(anchor: HTMLElement, box: DOMRect, isOwn: IsOwn): boolean {
  if (box.left < 0 || box.right > document.documentElement.clientWidth) return false;
  if (box.top < 0 || box.bottom > innerHeight) return false;
  const root = anchor.getRootNode() as Document | ShadowRoot;
  const points = [
    [box.left + 1, box.top + LEADING],
    [box.right - 1, box.bottom - LEADING],
    [box.left + box.width / 2, box.top + box.height / 2],
  ];
  return points.every(([x, y]): boolean => {
    const top = isOwn(x, y)
      ? root.elementsFromPoint(x, y).find(({ localName }) => localName !== 'referral-copy')
      : root.elementFromPoint(x, y);
    return Boolean(top && contains(top, anchor) && !hasTextAt(top, box));
  });
}

/** `contains` that sees through shadow roots. */
function contains(outer: Element, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = parentOf(node) ?? (node as ShadowRoot).host ?? null) {
    if (node === outer) return true;
  }
  return false;
}

/** What has many children is a list or a page and has no text of its own. */
const MANY = 40;

function hasTextAt(element: Element, box: DOMRect): boolean {
  const children = childrenOf(element);
  if (children.length > MANY) return false;
  const range = document.createRange();
  for (const node of children) {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.left < box.right && rect.right > box.left && rect.top < box.bottom && rect.bottom > box.top)
        return true;
    }
  }
  return false;
}

/**
 * Where a button of this size covers nothing: behind the last line of the link, behind its first, before it, below it.
 * @param careful looks at what lies there. On a page with thousands of links every look is dear: there the place behind
 * the link is taken as it is. @returns viewport coordinates; undefined where the link is not drawn at all.
 */
export function placeBeside(
  anchor: HTMLElement,
  width: number,
  height: number,
  careful: boolean,
  isOwn: IsOwn = () => false,
): Spot | undefined {
  const box = anchor.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return undefined;
  const all = lines(anchor);
  const last = all[all.length - 1];
  const first = all[0];
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const beside = (line: DOMRect, after: boolean) => ({
    left: after !== rtl ? line.right + GAP : line.left - GAP - width,
    top: line.top + (line.height - height) / 2,
  });
  const corner = {
    left: rtl ? box.left + GAP : box.right - width - GAP,
    top: box.bottom - height - GAP,
  };
  const spots = [
    beside(last, true),
    beside(first, true),
    corner,
    { left: rtl ? box.right - width : box.left, top: box.bottom + 2 },
    { left: rtl ? box.left : box.right - width, top: box.top - height - 2 },
    beside(first, false),
  ];
  // What is out of sight cannot be looked at; it is put again when it comes into sight.
  const inSight = box.bottom > 0 && box.top < innerHeight;
  const free =
    careful &&
    inSight &&
    spots.find(spot => isFree(anchor, new DOMRect(spot.left, spot.top, width, height), isOwn));
  const spot = free || spots[0];
  const most = document.documentElement.clientWidth - width - 2;
  return { left: Math.max(2, Math.min(spot.left, most)), top: spot.top, height };
}

/**
 * Makes buttons that would lie over each other lower, in place: what stands on lines that are close is as high as the
 * lines are apart, so that each is seen whole.
 * @param all of one width.
 */
export function setApart(all: Spot[], width: number): void {
  const inOrder = [...all].sort((a, b) => a.top - b.top);
  inOrder.forEach((spot, i) => {
    for (let j = i + 1; j < inOrder.length && inOrder[j].top < spot.top + spot.height; j++) {
      const next = inOrder[j];
      if (Math.abs(next.left - spot.left) >= width) continue;
      const apart = next.top + next.height / 2 - (spot.top + spot.height / 2);
      for (const one of [spot, next]) lower(one, Math.max(LOWEST, Math.floor(apart) - 1));
    }
  });
}

/** As high as this at the most, in the same middle. */
function lower(spot: Spot, height: number): void {
  if (spot.height <= height) return;
  spot.top += (spot.height - height) / 2;
  spot.height = height;
}
