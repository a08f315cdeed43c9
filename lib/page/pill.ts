import type { GuestData } from '../domain/guest-data';
import { type CampaignPage, joinLink, pageLink } from '../domain/link';
import { CAMPAIGN_PAGE } from '../text/campaign-pages';
import { copyAs } from '../text/copy-formats';
import { copyWithCode } from './copy';
import type { Guest } from './guest';
import { element, type Overlay } from './overlay';
import type { ClickTrust } from './trust';

const MAIN = { width: 120, height: 26 };

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
    private readonly say: (text: string) => void,
    /** Undefined on the programme pages: there the join link is copied. */
    private readonly page: CampaignPage | undefined,
  ) {
    const pill = element('div', 'pill');
    const name = element('span', 'name');
    name.append(element('b', '', CAMPAIGN_PAGE.product), element('span', '', CAMPAIGN_PAGE.unofficial));
    this.#main.type = 'button';
    this.#main.textContent = data.code ? CAMPAIGN_PAGE.copy : CAMPAIGN_PAGE.setCode;
    this.#main.setAttribute('aria-label', data.code ? CAMPAIGN_PAGE.copy : CAMPAIGN_PAGE.noCode);
    this.#onPress(this.#main, () => this.#copyMain(), MAIN);
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
    more.addEventListener('click', event => event.isTrusted && this.#toggle(more));
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
              e.closest('a, button, input, select, textarea, [role="button"], iframe'),
          ),
      );
      if (!busy) return;
    }
    this.#box.className = 'fixed';
  }

  #onPress(button: HTMLButtonElement, then: () => void, least = { width: 20, height: 20 }): void {
    button.addEventListener('click', event => {
      if (this.trust.accepts(event, button, least)) then();
      else if (event.isTrusted) this.say(CAMPAIGN_PAGE.notSeen);
    });
  }

  #copyMain(): void {
    const { code } = this.data;
    if (code) void this.#copy(this.page ? pageLink(this.page, code) : joinLink(code), code);
    else this.guest.openDashboard('#/links');
  }

  async #copy(text: string, code: string): Promise<void> {
    this.#close();
    await copyWithCode(text, code, {
      guest: this.guest,
      say: this.say,
      refused: box => {
        this.#box.prepend(box);
        box.addEventListener('focusout', () => box.remove());
      },
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
    const item = (label: string, act: () => void) => {
      const button = element('button', '', label);
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      this.#onPress(button, act);
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

  #fill(item: (label: string, act: () => void) => void, menu: HTMLElement): void {
    const { code, codes, disclosure } = this.data;
    const { page } = this;
    if (code) {
      const link = page ? pageLink(page, code) : joinLink(code);
      const title = document.title.slice(0, 200) || link;
      const parts = { title, link, detail: '', disclosure };
      if (page) item(CAMPAIGN_PAGE.page, () => void this.#copy(link, code));
      item(CAMPAIGN_PAGE.join, () => void this.#copy(joinLink(code), code));
      item(CAMPAIGN_PAGE.text, () => void this.#copy(copyAs('text', parts), code));
      item(CAMPAIGN_PAGE.markdown, () => void this.#copy(copyAs('markdown', parts), code));
      item(CAMPAIGN_PAGE.html, () => void this.#copy(copyAs('html', parts), code));
      item(CAMPAIGN_PAGE.qr, () => void this.#showQr(code));
      for (const other of codes.filter(c => c !== code).slice(0, 8)) {
        item(
          CAMPAIGN_PAGE.otherCode.replace('{code}', other),
          () => void this.#copy(page ? pageLink(page, other) : joinLink(other), other),
        );
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
