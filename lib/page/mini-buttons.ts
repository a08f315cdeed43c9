import { type CampaignPage, pageLink } from '../domain/link';
import { PAGE } from '../text/campaign-pages';
import { campaignOf, titleOf } from './campaign-links';
import { copyText } from './copy';
import type { Guest, GuestData } from './guest';
import { element, type Overlay } from './overlay';
import { placeBeside } from './place';
import type { ClickTrust } from './trust';

const WIDTH = 26;
const HEIGHT = 22;
/** Up to so many campaigns have their buttons at once; on longer pages only those near the window have them. */
const AT_ONCE = 200;
const NEAR = 600;

interface Mini {
  anchor: HTMLAnchorElement;
  page: CampaignPage;
  button: HTMLButtonElement;
}

/** A small button beside every campaign of a page, one each, however often the page links to it. */
export class MiniButtons {
  #minis = new Map<string, Mini>();
  #candidates: HTMLAnchorElement[] = [];

  constructor(
    private readonly overlay: Overlay,
    private readonly trust: ClickTrust,
    private readonly guest: Guest,
    private readonly data: () => GuestData,
    private readonly say: (text: string) => void,
    /** The campaign the page itself is about: its button is the pill. */
    private readonly own: string | undefined,
  ) {}

  get count(): number {
    return this.#minis.size;
  }

  /** Takes links in; which of them are campaigns is looked at when their turn comes. */
  add(anchors: HTMLAnchorElement[]): void {
    for (const anchor of anchors) this.#candidates.push(anchor);
  }

  /** Makes the buttons that are due and puts every one where its link is now, a step at a time. */
  *update(): Generator<void> {
    for (const [key, mini] of [...this.#minis]) {
      if (!this.#holds(mini)) this.#drop(key);
      yield;
    }
    this.#candidates = this.#candidates.filter(anchor => anchor.isConnected);
    yield;
    const wanted = this.#candidates.length > AT_ONCE ? this.#near() : this.#candidates;
    for (const anchor of wanted) {
      this.#make(anchor);
      yield;
    }
    for (const mini of [...this.#minis.values()]) {
      this.#place(mini);
      yield;
    }
  }

  clear(): void {
    for (const key of [...this.#minis.keys()]) this.#drop(key);
    this.#candidates = [];
  }

  #holds({ anchor, page }: Mini): boolean {
    return anchor.isConnected && campaignOf(anchor)?.path === page.path && isShown(anchor);
  }

  /** The links near the window: they stand about in the order of their places, so two cuts find them. */
  #near(): HTMLAnchorElement[] {
    const all = this.#candidates;
    const top = (i: number) => all[i].getBoundingClientRect().top;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (top(middle) < -NEAR) low = middle + 1;
      else high = middle;
    }
    const near: HTMLAnchorElement[] = [];
    for (let i = low; i < all.length && near.length < AT_ONCE; i++) {
      if (top(i) > innerHeight + NEAR) break;
      near.push(all[i]);
    }
    // What has scrolled far away needs no button.
    for (const [key, { anchor }] of this.#minis) {
      const { top: at } = anchor.getBoundingClientRect();
      if (at < -2 * NEAR || at > innerHeight + 2 * NEAR) this.#drop(key);
    }
    return near;
  }

  #make(anchor: HTMLAnchorElement): void {
    const page = campaignOf(anchor);
    if (!page || page.path === this.own || this.#minis.has(page.path) || !isShown(anchor)) return;
    const button = element('button', 'mini');
    button.type = 'button';
    button.append(element('span', 'mark'));
    const name = this.data().code ? PAGE.copyOf(titleOf(anchor)) : PAGE.noCode;
    button.setAttribute('aria-label', name);
    button.title = this.data().code ? PAGE.copy : PAGE.noCode;
    const mini: Mini = { anchor, page, button };
    button.addEventListener('click', event => void this.#press(event, mini));
    this.#minis.set(page.path, mini);
    this.overlay.root.append(button);
  }

  #place({ anchor, button }: Mini): void {
    const spot = placeBeside(anchor, WIDTH, HEIGHT);
    button.hidden = spot === undefined;
    if (!spot) return;
    const { left, top } = this.overlay.host.getBoundingClientRect();
    const [x, y] = [`${Math.round(spot.left - left)}px`, `${Math.round(spot.top - top)}px`];
    if (button.style.left === x && button.style.top === y) return;
    button.style.left = x;
    button.style.top = y;
    this.trust.placed(button);
  }

  async #press(event: MouseEvent, { page, button }: Mini): Promise<void> {
    if (!this.trust.accepts(event, button, { width: WIDTH, height: HEIGHT })) {
      if (event.isTrusted) this.say(PAGE.notSeen);
      return;
    }
    const { code } = this.data();
    if (!code) return this.guest.openDashboard('#/links');
    const done = await copyText(pageLink(page, code), box => {
      box.classList.add('float');
      box.style.left = button.style.left;
      box.style.top = button.style.top;
      this.overlay.root.append(box);
      box.addEventListener('focusout', () => box.remove());
    });
    if (!done) return;
    this.guest.use(code);
    button.classList.add('done');
    button.title = PAGE.copied;
    this.say(PAGE.copied);
    setTimeout(() => {
      button.classList.remove('done');
      button.title = PAGE.copy;
    }, 1800);
  }

  #drop(key: string): void {
    const mini = this.#minis.get(key);
    if (!mini) return;
    this.trust.forget(mini.button);
    mini.button.remove();
    this.#minis.delete(key);
  }
}

function isShown(anchor: HTMLAnchorElement): boolean {
  return anchor.checkVisibility?.({ visibilityProperty: true }) ?? anchor.getClientRects().length > 0;
}
