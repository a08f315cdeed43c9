import type { GuestData } from '../domain/guest-data';
import { type PageRole, roleOf } from '../domain/page-role';
import { appendOnCopy } from './append-on-copy';
import { likelyLinks, shadowRootsIn } from './campaign-links';
import type { Guest } from './guest';
import { MiniButtons } from './mini-buttons';
import { Overlay } from './overlay';
import { Pill } from './pill';
import { ClickTrust } from './trust';
import { isConnected } from './unnamed';
import { Voice } from './voice';

/** Work is cut into turns of so many ms: the page goes first. */
const TURN = 6;

/** Of each second so many ms at the most are ours, however much the page changes. */
const BUDGET = 60;
const SECOND = 1_000;
/** The background is asked at most so often, in ms, whatever the page does. */
const ASKING = 250;
/** More new elements than this are not looked at one by one: the whole page is. */
const MANY_NEW = 1_000;

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
  #told: string | undefined = '';
  /** A page that waits for what the background says. */
  #waiting: { role: PageRole; page: AbortController } | undefined;
  #isAsking = false;
  #isWanted = false;
  #askedAt = Number.NEGATIVE_INFINITY;

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
    document.addEventListener(
      'visibilitychange',
      event => {
        const isFront = event.isTrusted && document.visibilityState === 'visible';
        if (isFront && roleOf(location.href)) void this.#ask();
      },
      { signal: ends },
    );
    ends.addEventListener('abort', () => this.#page?.abort());
    this.look();
  }

  /** Starts anew if the address leads to another page now. */
  look(): void {
    const address = location.href;
    if (address === this.#address) return;
    this.#address = address;
    this.#page?.abort();
    this.#waiting = undefined;
    const role = roleOf(address);
    if (!role) return;
    this.#page = new AbortController();
    this.#waiting = { role, page: this.#page };
    void this.#ask();
  }

  /** Asks the background, one question at a time. An answer from before the newest question is passed over. */
  async #ask(): Promise<void> {
    this.#isWanted = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isWanted) {
        const rest = this.#askedAt + ASKING - performance.now();
        if (rest > 0) await new Promise(rested => setTimeout(rested, rest));
        this.#isWanted = false;
        this.#askedAt = performance.now();
        const data = await this.guest.data();
        if (!this.#isWanted) this.#answered(data);
      }
    } catch {
      // The extension was updated or turned off: this script is over.
      this.#page?.abort();
    } finally {
      this.#isAsking = false;
    }
  }

  #answered(data: GuestData | undefined): void {
    const before = this.#told;
    this.#told = JSON.stringify(data);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) {
      if (data?.on && !waiting.page.signal.aborted) this.#serve(waiting.role, data, waiting.page);
    } else if (this.#told !== before) {
      this.#address = '';
      this.look();
    }
  }

  #serve(role: PageRole, data: GuestData, page: AbortController): void {
    const ends = page.signal;
    const overlay = new Overlay(ends);
    const trust = new ClickTrust(overlay.host, overlay.shadow, ends);
    const voice = new Voice(overlay.root);
    const guest: Guest = {
      ...this.guest,
      hide: where => {
        this.guest.hide(where);
        page.abort();
      },
    };
    if (data.autoAppend && data.code) appendOnCopy(data.code, ends);
    if (role.is !== 'list') {
      const pill = new Pill(
        overlay,
        trust,
        guest,
        data,
        voice,
        role.is === 'campaign' ? role.page : undefined,
      );
      ends.addEventListener('abort', () => pill.remove());
    }
    const own = role.is === 'campaign' ? role.page.path : undefined;
    const minis = new MiniButtons(overlay, trust, guest, () => data, voice, own);
    ends.addEventListener('abort', () => minis.clear());
    this.#watch(overlay, minis, ends);
  }

  /** Follows the page as it changes. */
  #watch(overlay: Overlay, minis: MiniButtons, ends: AbortSignal): void {
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
}

function linksOf(root: ParentNode): ArrayLike<HTMLAnchorElement> {
  return root instanceof HTMLAnchorElement ? [root] : likelyLinks(root);
}
