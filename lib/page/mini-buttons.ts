import { firstNot } from '../domain/binary-search';
import type { GuestData } from '../domain/guest-data';
import type { CampaignPage } from '../domain/page-link';
import { CAMPAIGN_PAGE } from '../text/campaign-pages';
import { pressedText } from '../text/pressed-text';
import { linkedCampaign, titleOf } from './campaign-links';
import { copyWithCode } from './copy';
import type { Guest } from './guest';
import { element, type Overlay } from './overlay';
import { placeBeside, type Spot, setApart } from './place';
import type { ClickTrust } from './trust';
import { isConnected } from './unnamed';
import type { Voice } from './voice';

const WIDTH = 26;
const HEIGHT = 22;
/** Up to so many campaigns have their buttons at once; on longer pages only those near the window have them. */
const AT_ONCE = 200;
const NEAR = 300;

interface Mini {
  anchor: HTMLAnchorElement;
  page: CampaignPage;
  button: HTMLButtonElement;
}

/** A small button beside every campaign of a page, one each, however often the page links to it. */
export class MiniButtons {
  #minis = new Map<string, Mini>();
  #candidates = new Set<HTMLAnchorElement>();
  /** Lists too long to go through, by what they stand in: only what is near the window is ever touched. */
  #long = new Map<ParentNode, ArrayLike<HTMLAnchorElement>>();

  constructor(
    private readonly overlay: Overlay,
    private readonly trust: ClickTrust,
    private readonly guest: Guest,
    private readonly data: () => GuestData,
    private readonly voice: Voice,
    /** The campaign the page itself is about: its button is the pill. */
    private readonly own: string | undefined,
  ) {}

  get count(): number {
    return this.#minis.size;
  }

  /**
   * Takes links in; which of them are campaigns is looked at when their turn comes.
   * @returns whether they are so many that only those near the window will be looked at.
   */
  add(root: ParentNode, anchors: ArrayLike<HTMLAnchorElement>): boolean {
    if (anchors.length > AT_ONCE) this.#long.set(root, anchors);
    else for (let i = 0; i < anchors.length; i++) this.#candidates.add(anchors[i]);
    return anchors.length > AT_ONCE;
  }

  /** Makes the buttons that are due and puts every one where its link is now, a step at a time. */
  *update(): Generator<void> {
    for (const [key, mini] of [...this.#minis]) {
      if (!this.#holds(mini)) this.#drop(key);
      yield;
    }
    for (const anchor of this.#candidates) if (!anchor.isConnected) this.#candidates.delete(anchor);
    for (const root of this.#long.keys()) if (!isConnected(root)) this.#long.delete(root);
    yield;
    const many = this.#candidates.size > AT_ONCE;
    const lists = [...this.#long.values(), ...(many ? [[...this.#candidates]] : [])];
    if (lists.length > 0) this.#dropFar();
    for (const anchor of [...(many ? [] : this.#candidates), ...lists.flatMap(near)]) {
      this.#make(anchor);
      yield;
    }
    // First everything is looked at, then everything is put in its place: the other way round each look would cost
    // a layout of the whole page.
    const spots: [Mini, Spot | undefined][] = [];
    for (const mini of [...this.#minis.values()]) {
      const { shadow } = this.overlay;
      const isOwn = (x: number, y: number) => mini.button.contains(shadow.elementFromPoint(x, y));
      spots.push([mini, placeBeside(mini.anchor, WIDTH, HEIGHT, lists.length === 0, isOwn)]);
      yield;
    }
    setApart(
      spots.flatMap(([, spot]) => spot ?? []),
      WIDTH,
    );
    this.#move(spots);
  }

  clear(): void {
    for (const key of [...this.#minis.keys()]) this.#drop(key);
    this.#candidates.clear();
    this.#long.clear();
  }

  #holds({ anchor, page }: Mini): boolean {
    return anchor.isConnected && linkedCampaign(anchor)?.path === page.path && isShown(anchor);
  }

  /** What has scrolled far away needs no button. */
  #dropFar(): void {
    for (const [key, { anchor }] of [...this.#minis]) {
      const { top } = anchor.getBoundingClientRect();
      if (top < -2 * NEAR || top > innerHeight + 2 * NEAR) this.#drop(key);
    }
  }

  #make(anchor: HTMLAnchorElement): void {
    const page = linkedCampaign(anchor);
    if (!page || page.path === this.own || this.#minis.has(page.path) || !isShown(anchor)) return;
    const button = element('button', 'mini');
    button.type = 'button';
    button.append(element('span', 'mark'));
    const name = this.data().code
      ? CAMPAIGN_PAGE.copyOf.replace('{title}', () => titleOf(anchor))
      : CAMPAIGN_PAGE.noCode;
    button.setAttribute('aria-label', name);
    button.title = this.data().code ? CAMPAIGN_PAGE.copy : CAMPAIGN_PAGE.noCode;
    const mini: Mini = { anchor, page, button };
    button.addEventListener('click', event => void this.#press(event, mini));
    this.#minis.set(page.path, mini);
  }

  #move(spots: [Mini, Spot | undefined][]): void {
    const { left, top } = this.overlay.root.getBoundingClientRect();
    const moved: HTMLButtonElement[] = [];
    for (const [{ button }, spot] of spots) {
      button.hidden = spot === undefined;
      if (!button.isConnected) this.overlay.root.append(button);
      if (!spot) continue;
      const [x, y] = [`${Math.round(spot.left - left)}px`, `${Math.round(spot.top - top)}px`];
      const height = `${spot.height}px`;
      const { style } = button;
      if (style.left === x && style.top === y && style.height === height) continue;
      Object.assign(style, { left: x, top: y, height });
      moved.push(button);
    }
    this.trust.placedSoon(moved);
  }

  async #press(event: MouseEvent, { anchor, page, button }: Mini): Promise<void> {
    const { code, form, disclosure } = this.data();
    const text = code && pressedText(form, { page, code, title: titleOf(anchor), disclosure });
    if (
      !this.trust.accepts(event, button, { width: WIDTH, height: Number.parseFloat(button.style.height) })
    ) {
      if (!event.isTrusted) return;
      this.overlay.raise();
      this.voice.say(CAMPAIGN_PAGE.notSeen, button, text);
      return;
    }
    if (!code || !text) return this.guest.openDashboard('#/links');
    await copyWithCode(text, code, {
      guest: this.guest,
      voice: this.voice,
      button,
      show: copied => {
        button.classList.toggle('done', copied);
        button.title = copied ? CAMPAIGN_PAGE.copied : CAMPAIGN_PAGE.copy;
      },
    });
  }

  #drop(key: string): void {
    const mini = this.#minis.get(key);
    if (!mini) return;
    this.trust.forget(mini.button);
    mini.button.remove();
    this.#minis.delete(key);
  }
}

/** The links of a list near the window: they stand about in the order of their places, so a cut finds them. */
function near(all: ArrayLike<HTMLAnchorElement>): HTMLAnchorElement[] {
  const top = (i: number) => all[i].getBoundingClientRect().top;
  const found: HTMLAnchorElement[] = [];
  for (
    let i = firstNot(all.length, at => top(at) < -NEAR);
    i < all.length && found.length < AT_ONCE && top(i) < innerHeight + NEAR;
    i++
  ) {
    found.push(all[i]);
  }
  return found;
}

function isShown(anchor: HTMLAnchorElement): boolean {
  return anchor.checkVisibility?.({ visibilityProperty: true }) ?? anchor.getClientRects().length > 0;
}
