import type { GuestData } from '../domain/guest-data';
import { type PageRole, roleOf } from '../domain/page-role';
import { appendOnCopy } from './append-on-copy';
import type { Guest } from './guest';
import { MiniButtons } from './mini-buttons';
import { Overlay } from './overlay';
import { Pill } from './pill';
import { ClickTrust } from './trust';
import { Voice } from './voice';
import { watchPage } from './watch';

/** The background is asked at most so often, in ms, whatever the page does. */
const ASKING = 250;
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
    const trust = new ClickTrust(overlay.host, overlay.root, ends);
    const voice = new Voice(overlay.root);
    const guest: Guest = {
      ...this.guest,
      hide: where => {
        this.guest.hide(where);
        page.abort();
      },
    };
    if (data.autoAppend && data.code) appendOnCopy(data.code, ends);
    const pill =
      role.is === 'list'
        ? undefined
        : new Pill(overlay, trust, guest, data, voice, role.is === 'campaign' ? role.page : undefined);
    ends.addEventListener('abort', () => pill?.remove());
    const own = role.is === 'campaign' ? role.page.path : undefined;
    const minis = new MiniButtons(overlay, trust, guest, () => data, voice, own);
    ends.addEventListener('abort', () => minis.clear());
    watchPage({
      overlay,
      minis,
      page,
      isOver: this.guest.isOver,
      look: () => this.look(),
      looked: () => pill?.avoid(),
    });
  }
}
