import { appended } from '../domain/auto-append';
import type { GuestData } from '../domain/guest-data';
import { type PageRole, roleOf } from '../domain/page-role';
import { likelyLinks, shadowRootsIn } from './campaign-links';
import { announcer } from './copy';
import type { Guest } from './guest';
import { MiniButtons } from './mini-buttons';
import { Overlay } from './overlay';
import { Pill } from './pill';
import { ClickTrust } from './trust';

/** Work is cut into turns of so many ms: the page goes first. */
const TURN = 6;

/** Attributes that make links, or move them. */
const MOVERS = ['href', 'class', 'style', 'hidden', 'open'];

const idle = (run: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 500 }) : setTimeout(run, 30);

/**
 * Looks after one browser tab: what the page is, again whenever it becomes another, and our elements on it. Nothing
 * runs where there is nothing to do.
 */
export class Visit {
  #address = '';
  #page: AbortController | undefined;
  /** What the background said last, as text. */
  #told = '';

  constructor(
    private readonly guest: Guest,
    ends: AbortSignal,
  ) {
    // What an older version of ours may have left behind.
    for (const old of [...document.documentElement.children])
      if (old.localName === 'referral-copy') old.remove();
    const look = () => this.look();
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', look, { signal: ends });
    addEventListener('popstate', look, { signal: ends });
    addEventListener('hashchange', look, { signal: ends });
    addEventListener('pageshow', look, { signal: ends });
    // Choices may have changed in another tab: a tab that comes to the front asks again.
    document.addEventListener('visibilitychange', () => this.#askAgain(), { signal: ends });
    ends.addEventListener('abort', () => this.#page?.abort());
    this.look();
  }

  #askAgain(): void {
    if (document.visibilityState !== 'visible' || !roleOf(location.href)) return;
    this.guest.data().then(
      data => {
        const now = JSON.stringify(data);
        if (now === this.#told) return;
        this.#address = '';
        this.look();
      },
      () => this.#page?.abort(),
    );
  }

  /** Starts anew if the address leads to another page now. */
  look(): void {
    const address = location.href;
    if (address === this.#address) return;
    this.#address = address;
    this.#page?.abort();
    const role = roleOf(address);
    if (!role) return;
    const page = new AbortController();
    this.#page = page;
    this.guest.data().then(
      data => {
        this.#told = JSON.stringify(data);
        if (data?.on && !page.signal.aborted) this.#serve(role, data, page);
      },
      // The extension was updated or turned off: this script is over.
      () => page.abort(),
    );
  }

  #serve(role: PageRole, data: GuestData, page: AbortController): void {
    const ends = page.signal;
    const overlay = new Overlay(ends);
    const trust = new ClickTrust(overlay.host, ends);
    const say = announcer(overlay.root);
    const guest: Guest = {
      ...this.guest,
      hide: where => {
        this.guest.hide(where);
        page.abort();
      },
    };
    if (data.autoAppend && data.code) appendOnCopy(data.code, ends);
    if (role.is !== 'list') {
      const pill = new Pill(overlay, trust, guest, data, say, role.is === 'campaign' ? role.page : undefined);
      ends.addEventListener('abort', () => pill.remove());
    }
    const own = role.is === 'campaign' ? role.page.path : undefined;
    const minis = new MiniButtons(overlay, trust, guest, () => data, say, own);
    ends.addEventListener('abort', () => minis.clear());
    this.#watch(overlay, minis, ends);
  }

  /** Follows the page as it changes. */
  #watch(overlay: Overlay, minis: MiniButtons, ends: AbortSignal): void {
    let waiting = false;
    let again = false;
    let work: Generator<void> | undefined;
    const fresh: ParentNode[] = [document];
    const watched = new WeakSet<Node>();
    function* look(): Generator<void> {
      overlay.attach();
      while (fresh.length > 0) {
        const root = fresh.pop()!;
        const many = minis.add(linksOf(root));
        yield;
        // Every element would have to be asked for a shadow root: not on a page of thousands of plain links.
        if (many) continue;
        yield* shadowRootsIn(root, shadow => {
          observe(shadow);
          minis.add(likelyLinks(shadow));
        });
      }
      yield* minis.update();
    }
    // One look at a time, in short turns; what changes meanwhile is looked at after it.
    const turn = () => {
      waiting = false;
      if (ends.aborted) return;
      work ??= look();
      const until = performance.now() + TURN;
      while (performance.now() < until) {
        if (!work.next().done) continue;
        work = undefined;
        if (again) due();
        return;
      }
      wait();
    };
    const wait = () => {
      if (waiting || ends.aborted) return;
      waiting = true;
      idle(turn);
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
      this.look();
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
}

function linksOf(root: ParentNode): ArrayLike<HTMLAnchorElement> {
  return root instanceof HTMLAnchorElement ? [root] : likelyLinks(root);
}

/** What is copied and is one campaign address carries the code, if the user wants it so. */
function appendOnCopy(code: string, ends: AbortSignal): void {
  document.addEventListener(
    'copy',
    event => {
      if (!event.isTrusted || event.defaultPrevented || !event.clipboardData) return;
      const field = document.activeElement;
      const selected =
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
          ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
          : String(getSelection() ?? '');
      const text = appended(selected, code);
      if (text === undefined) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    },
    { signal: ends },
  );
}
