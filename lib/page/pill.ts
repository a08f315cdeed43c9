import type { GuestData } from '../domain/guest-data';
import { joinLink } from '../domain/link';
import type { CampaignPage } from '../domain/page-link';
import { CORNERS, type Corner } from '../domain/press-choices';
import { CAMPAIGN_PAGE } from '../text/campaign-pages';
import { copyAs } from '../text/copy-formats';
import { pressedParts, pressedText } from '../text/pressed-text';
import { copyWithCode } from './copy';
import { standFree } from './corner';
import type { Guest } from './guest';
import { element, type Overlay } from './overlay';
import type { ClickTrust } from './trust';
import type { Voice } from './voice';

const MAIN = { width: 120, height: 26 };
/** So long a page's changes are left to settle before the pill looks for another corner, in ms. */
const SETTLED = 500;
const SITE = 'https://www.binance.com';

/** Puts one entry into the menu: what it does, and what it copies, if it does that. */
type Item = (label: string, act: () => void, text?: string) => void;

/** The pill on a campaign's own page, and on the programme pages, where it also leads to the dashboard. */
export class Pill {
  #box = element('div', 'fixed');
  #main = element('button', 'main');
  #menu: HTMLElement | undefined;
  #corner: Corner;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly overlay: Overlay,
    private readonly trust: ClickTrust,
    private readonly guest: Guest,
    private readonly data: GuestData,
    private readonly voice: Voice,
    /** Undefined on the programme pages: there the join link is copied. */
    private readonly page: CampaignPage | undefined,
  ) {
    const pill = element('div', 'pill');
    const name = element('span', 'name');
    name.append(element('b', '', CAMPAIGN_PAGE.product), element('span', '', CAMPAIGN_PAGE.unofficial));
    this.#main.type = 'button';
    this.#main.textContent = data.code ? CAMPAIGN_PAGE.copy : CAMPAIGN_PAGE.setCode;
    this.#main.setAttribute('aria-label', data.code ? CAMPAIGN_PAGE.copy : CAMPAIGN_PAGE.noCode);
    this.#onPress(this.#main, () => this.#copyMain(), { least: MAIN, text: this.#text });
    pill.append(element('span', 'mark'), name, this.#main);
    if (!page) {
      const pro = element('button', '', CAMPAIGN_PAGE.pro);
      pro.type = 'button';
      this.#onPress(pro, () => guest.openDashboard(''));
      pill.append(pro);
    }
    const more = element('button', 'more', '▾');
    more.type = 'button';
    more.setAttribute('aria-label', CAMPAIGN_PAGE.menu);
    more.setAttribute('aria-haspopup', 'menu');
    this.#onPress(more, () => this.#toggle(more));
    pill.append(more);
    this.#box.append(pill);
    overlay.root.append(this.#box);
    this.#corner = data.corner;
    this.#stand();
  }

  remove(): void {
    clearTimeout(this.#soon);
    for (const button of this.#box.querySelectorAll('button')) this.trust.forget(button);
    this.#box.remove();
  }

  /** Goes out of the way of what the page has put there: cookie bars, chat bubbles. Back again once that is gone. */
  avoid(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (!this.#menu && !this.#box.matches(':hover, :focus-within')) this.#stand();
    }, SETTLED);
  }

  /** Stands where it was put, or in the next corner that is free. */
  #stand(): void {
    const before = this.#place;
    standFree(this.#corner, this.#box, this.overlay.host);
    if (this.#place === before) return;
    for (const button of this.#box.querySelectorAll('button')) this.trust.placed(button);
  }

  get #place(): string {
    return `${this.#box.className} ${this.#box.style.cssText}`;
  }

  #move(): void {
    this.#close();
    this.#corner = CORNERS[(CORNERS.indexOf(this.#corner) + 1) % CORNERS.length];
    this.guest.put(this.#corner);
    this.#stand();
  }

  /** @param text what a press copies; where it does not count, it can be copied by hand. */
  #onPress(
    button: HTMLButtonElement,
    then: () => void,
    { least = { width: 20, height: 20 }, text }: { least?: typeof MAIN; text?: string | undefined } = {},
  ): void {
    button.addEventListener('click', event => {
      if (this.trust.accepts(event, button, least)) then();
      else if (event.isTrusted) this.#refuse(button, text);
    });
  }

  #refuse(button: HTMLElement, text?: string): void {
    this.overlay.raise();
    this.voice.say(CAMPAIGN_PAGE.notSeen, button, text);
  }

  /** What a press copies from, with a code. */
  #pressed(code: string) {
    return { page: this.page, code, title: document.title, disclosure: this.data.disclosure };
  }

  /** What the main button copies; undefined without a code. */
  get #text(): string | undefined {
    const { code, form } = this.data;
    return code && pressedText(form, this.#pressed(code));
  }

  #copyMain(): void {
    const { code } = this.data;
    const text = this.#text;
    if (code && text) void this.#copy(text, code);
    else this.guest.openDashboard('#/links');
  }

  async #copy(text: string, code: string): Promise<void> {
    this.#close();
    await copyWithCode(text, code, {
      guest: this.guest,
      voice: this.voice,
      button: this.#main,
      show: copied => {
        this.#main.textContent = copied ? CAMPAIGN_PAGE.copied : CAMPAIGN_PAGE.copy;
      },
    });
  }

  #close(): void {
    this.#menu?.remove();
    this.#menu = undefined;
  }

  #toggle(more: HTMLButtonElement): void {
    if (this.#menu) {
      this.#close();
      return;
    }
    const menu = element('div', 'menu');
    menu.setAttribute('role', 'menu');
    menu.setAttribute('aria-label', CAMPAIGN_PAGE.menu);
    const item: Item = (label, act, text) => {
      const button = element('button');
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      button.setAttribute('aria-label', label);
      button.append(element('span', '', label));
      // What it copies looks like this.
      if (text) button.append(element('small', '', previewOf(text)));
      this.#onPress(button, act, { text });
      menu.append(button);
    };
    this.#fill(item, menu);
    menu.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      this.#close();
      more.focus();
    });
    this.#menu = menu;
    this.#box.prepend(menu);
    for (const button of menu.querySelectorAll('button')) this.trust.placed(button);
    menu.querySelector('button')?.focus();
  }

  #fill(item: Item, menu: HTMLElement): void {
    const { code, codes, labels = {} } = this.data;
    const { page } = this;
    const named = (of: string) => (labels[of] ? `${of} · ${labels[of]}` : of);
    if (code) {
      const copies = (label: string, text: string, of = code) =>
        item(label, () => void this.#copy(text, of), text);
      const parts = pressedParts(this.#pressed(code));
      menu.append(element('p', '', named(code)));
      if (page) copies(CAMPAIGN_PAGE.page, parts.link);
      copies(CAMPAIGN_PAGE.join, joinLink(code));
      copies(CAMPAIGN_PAGE.text, copyAs('text', parts));
      copies(CAMPAIGN_PAGE.markdown, copyAs('markdown', parts));
      copies(CAMPAIGN_PAGE.html, copyAs('html', parts));
      item(CAMPAIGN_PAGE.qr, () => void this.#showQr(code));
      // It is the browser that shows where to, and a user who thinks better of it has done nothing wrong.
      if ('share' in navigator)
        item(CAMPAIGN_PAGE.share, () => void navigator.share({ url: parts.link }).catch(() => this.#close()));
      for (const other of codes.filter(c => c !== code).slice(0, 8)) {
        const text = pressedText('page', this.#pressed(other));
        copies(
          CAMPAIGN_PAGE.otherCode.replace('{code}', () => named(other)),
          text,
          other,
        );
      }
    }
    item(CAMPAIGN_PAGE.move, () => this.#move());
    item(CAMPAIGN_PAGE.hidePage, () => this.guest.hide('page'));
    item(CAMPAIGN_PAGE.hideSite, () => this.guest.hide('site'));
    if (page) menu.append(element('p', '', CAMPAIGN_PAGE.credit));
  }

  async #showQr(code: string): Promise<void> {
    const drawn = await this.guest.qr(code);
    if (!drawn || !this.#menu) return;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${drawn.size} ${drawn.size}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', CAMPAIGN_PAGE.qrOf.replace('{code}', code));
    svg.setAttribute('shape-rendering', 'crispEdges');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', drawn.path);
    svg.append(path);
    this.#menu.prepend(svg);
    this.#menu.scrollTop = 0;
  }
}

/** One line of what is copied: how it begins, and the code or words it ends with. */
function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(SITE, '');
  return line.length > 37 ? `${line.slice(0, 16)}…${line.slice(-20)}` : line;
}
