import { likelyLinks, shadowRootsIn } from './campaign-links';
import type { MiniButtons } from './mini-buttons';
import type { Overlay } from './overlay';
import { isConnected } from './unnamed';

/** Work is cut into turns of so many ms: the page goes first. */
const TURN = 6;

/** Of each second so many ms at the most are ours, however much the page changes. */
const BUDGET = 60;
const SECOND = 1_000;
/** More new elements than this are not looked at one by one: the whole page is. */
const MANY_NEW = 1_000;

/** Attributes that make links, or move them. */
const MOVERS = ['href', 'class', 'style', 'hidden', 'open', 'dir'];

const idle = (run: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 500 }) : setTimeout(run, 30);

interface Watched {
  overlay: Overlay;
  minis: MiniButtons;
  /** Ends when the page is left. */
  page: AbortController;
  /** Whether the extension was updated or turned off. */
  isOver: () => boolean;
  /** Looks whether the page has become another. */
  look: () => void;
  /** Called when a change has been dealt with. */
  looked: () => void;
}

/** Follows the page as it changes, until it is left. */
export function watchPage({ overlay, minis, page, isOver, look: lookAgain, looked }: Watched): void {
  const ends = page.signal;
  let waiting = false;
  let again = false;
  let work: Generator<void> | undefined;
  let fresh: ParentNode[] = [document];
  let isFirst = true;
  let second = { begun: 0, spent: 0 };
  const watched = new WeakSet<Node>();
  function* look(): Generator<void> {
    overlay.attach();
    while (fresh.length > 0) {
      const root = fresh.pop()!;
      // Pages put in and take out by the hundred what is gone when its turn comes.
      if (!isConnected(root)) continue;
      const many = minis.add(root, linksOf(root));
      yield;
      // Every element would have to be asked for a shadow root: not on a page of thousands of plain links.
      if (many) continue;
      yield* shadowRootsIn(root, shadow => {
        observe(shadow);
        minis.add(shadow, likelyLinks(shadow));
      });
    }
    yield* minis.update();
  }
  // One look at a time, in short turns; what changes meanwhile is looked at after it.
  const turn = () => {
    waiting = false;
    if (isOver()) page.abort();
    if (ends.aborted) return;
    work ??= look();
    const begun = performance.now();
    if (begun - second.begun >= SECOND) second = { begun, spent: 0 };
    let isDone = false;
    while (!isDone && performance.now() < begun + TURN) isDone = work.next().done === true;
    second.spent += performance.now() - begun;
    if (!isDone) return wait();
    work = undefined;
    isFirst = false;
    looked();
    if (again) due();
  };
  const wait = () => {
    if (waiting || ends.aborted) return;
    waiting = true;
    // The first look at a page is not kept waiting.
    if (isFirst || second.spent < BUDGET) idle(turn);
    else setTimeout(turn, second.begun + SECOND - performance.now());
  };
  const due = () => {
    again = work !== undefined;
    wait();
  };
  // A page that animates changes styles all the time: links are followed a few times a second, not every frame.
  let soon = false;
  const later = () => {
    if (soon) return;
    soon = true;
    setTimeout(() => {
      soon = false;
      due();
    }, 200);
  };
  const changes = new MutationObserver(records => {
    lookAgain();
    if (ends.aborted) return;
    let moved = true;
    for (const record of records) {
      if (record.target === overlay.host) continue;
      if (record.type === 'attributes' && record.attributeName !== 'href') continue;
      moved = false;
      if (record.type === 'attributes') fresh.push(record.target as Element);
      for (const node of record.addedNodes) {
        if (node instanceof Element && node !== overlay.host) fresh.push(node);
      }
    }
    if (fresh.length > MANY_NEW) fresh = [document];
    if (moved) later();
    else due();
  });
  const observe = (root: Node) => {
    if (watched.has(root)) return;
    watched.add(root);
    changes.observe(root, { childList: true, subtree: true, attributeFilter: MOVERS });
  };
  observe(document);
  ends.addEventListener('abort', () => changes.disconnect());
  // Links move when the window or a scrolled part of the page does; the page as a whole takes the buttons along.
  const resized = new ResizeObserver(due);
  resized.observe(document.documentElement);
  ends.addEventListener('abort', () => resized.disconnect());
  for (const type of ['scroll', 'load', 'transitionend', 'toggle']) {
    document.addEventListener(type, due, { passive: true, capture: true, signal: ends });
  }
  due();
}

function linksOf(root: ParentNode): ArrayLike<HTMLAnchorElement> {
  return root instanceof HTMLAnchorElement ? [root] : likelyLinks(root);
}
