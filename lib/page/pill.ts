import type { GuestData } from '../domain/guest-data';
import { type CampaignPage, joinLink, pageLink } from '../domain/link';
import { CAMPAIGN_PAGE } from '../text/campaign-pages';
import { copyAs } from '../text/copy-formats';
import { copyWithCode } from './copy';
import type { Guest } from './guest';
import { element, type Overlay } from './overlay';
import type { ClickTrust } from './trust';
import { closest } from './unnamed';
import type { Voice } from './voice';

const MAIN = { width: 120, height: 26 };

/** Puts one entry into the menu: what it does, and what it copies, if it does that. */
type Item = (label: string, act: () => void, text?: string) => void;

/** The pill on a campaign's own page, and on the programme pages, where it also leads to the dashboard. */
export class Pill {
  #box = element('div', 'fixed');
  #main = element('button', 'main');
  #menu: HTMLElement | undefined;

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
    this.#onPress(this.#main, () => this.#copyMain(), { least: MAIN, text: this.#link });
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
    this.#findCorner();
    for (const button of pill.querySelectorAll('button')) trust.placed(button);
  }

  remove(): void {
    for (const button of this.#box.querySelectorAll('button')) this.trust.forget(button);
    this.#box.remove();
  }

  /** The corner where the page has nothing to press. */
  #findCorner(): void {
    for (const corner of ['', 'left', 'top', 'left top']) {
      this.#box.className = `fixed ${corner}`.trim();
      const { left, right, top, bottom } = this.#box.getBoundingClientRect();
      const points = [
        [left + 4, top + 4],
        [right - 4, top + 4],
        [(left + right) / 2, (top + bottom) / 2],
        [left + 4, bottom - 4],
        [right - 4, bottom - 4],
      ];
      const busy = points.some(([x, y]) =>
        document
          .elementsFromPoint(x, y)
          .some(
            e =>
              e !== this.overlay.host &&
              closest(e, 'a, button, input, select, textarea, [role="button"], iframe'),
          ),
      );
      if (!busy) return;
    }
    this.#box.className = 'fixed';
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

  /** What the main button copies; undefined without a code. */
  get #link(): string | undefined {
    const { code } = this.data;
    return code && (this.page ? pageLink(this.page, code) : joinLink(code));
  }

  #copyMain(): void {
    const { code } = this.data;
    if (code && this.#link) void this.#copy(this.#link, code);
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
      const button = element('button', '', label);
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
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
    const { code, codes, disclosure } = this.data;
    const { page } = this;
    if (code) {
      const copies = (label: string, text: string, of = code) =>
        item(label, () => void this.#copy(text, of), text);
      const link = this.#link!;
      // On Square a page's title is its author's.
      const title = document.title.slice(0, 200);
      const parts = { title: title || link, link, detail: '', disclosure, isForeign: title !== '' };
      if (page) copies(CAMPAIGN_PAGE.page, link);
      copies(CAMPAIGN_PAGE.join, joinLink(code));
      copies(CAMPAIGN_PAGE.text, copyAs('text', parts));
      copies(CAMPAIGN_PAGE.markdown, copyAs('markdown', parts));
      copies(CAMPAIGN_PAGE.html, copyAs('html', parts));
      item(CAMPAIGN_PAGE.qr, () => void this.#showQr(code));
      for (const other of codes.filter(c => c !== code).slice(0, 8)) {
        const text = page ? pageLink(page, other) : joinLink(other);
        copies(CAMPAIGN_PAGE.otherCode.replace('{code}', other), text, other);
      }
    }
    item(CAMPAIGN_PAGE.hidePage, () => this.guest.hide('page'));
    item(CAMPAIGN_PAGE.hideSite, () => this.guest.hide('site'));
    if (page) menu.append(element('p', '', CAMPAIGN_PAGE.credit));
  }

  async #showQr(code: string): Promise<void> {
    const drawn = await this.guest.qr(code);
    if (!drawn || !this.#menu) return;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${drawn.size} ${drawn.size}`);
    svg.setAttribute('width', '160');
    svg.setAttribute('height', '160');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', CAMPAIGN_PAGE.qrOf.replace('{code}', code));
    svg.setAttribute('shape-rendering', 'crispEdges');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', drawn.path);
    svg.append(path);
    this.#menu.prepend(svg);
  }
}
