import { COPIED_FOR } from '../domain/copied-for';
import { element } from './overlay';

/** From the edges of the window, and from the button, in px. */
const GAP = 8;

/** Says what has happened: beside the button that was pressed, and politely to those who listen. */
export class Voice {
  #live = element('div', 'sr');
  #box: HTMLElement | undefined;

  constructor(private readonly root: HTMLElement) {
    this.#live.setAttribute('role', 'status');
    root.append(this.#live);
  }

  /**
   * @param button beside which it is seen; none: what it says is seen already.
   * @param text to be copied by hand.
   */
  say(words: string, button?: HTMLElement, text?: string): void {
    if (button) this.show(words, { button, text });
    else {
      this.#live.textContent = words;
      this.#box?.remove();
    }
  }

  /**
   * Shows it beside a button, or at the top of the window.
   * @param text to be copied by hand: it stands there, selected, until it is left.
   * @param close told when it is gone.
   */
  show(words: string, { button, text, close = () => {} }: Shown): void {
    this.#live.textContent = words;
    this.#box?.remove();
    const box = element('div', 'said');
    box.append(element('span', '', words));
    this.#box = box;
    this.root.append(box);
    const end = () => {
      box.remove();
      close();
    };
    const field = text === undefined ? undefined : element(text.includes('\n') ? 'textarea' : 'input');
    if (field && text !== undefined) {
      field.readOnly = true;
      field.value = text;
      field.setAttribute('aria-label', words);
      box.append(field);
      field.addEventListener('blur', end);
      box.addEventListener('keydown', event => event.key === 'Escape' && field.blur());
    } else setTimeout(end, 2 * COPIED_FOR);
    place(box, button?.getBoundingClientRect());
    field?.select();
    field?.focus({ preventScroll: true });
  }
}

interface Shown {
  button?: HTMLElement;
  text?: string | undefined;
  close?: () => void;
}

/** Puts a box below a button, or above it where the window ends; without one in the middle of the window's top. */
function place(box: HTMLElement, beside: DOMRect | undefined): void {
  const wide = document.documentElement.clientWidth;
  const { left, right, top, bottom } = beside ?? { left: 0, right: wide, top: GAP, bottom: GAP };
  const { width, height } = box.getBoundingClientRect();
  const below = bottom + GAP + height < innerHeight;
  box.style.left = `${Math.max(GAP, Math.min((left + right - width) / 2, wide - width - GAP))}px`;
  box.style.top = `${below ? bottom + GAP : top - GAP - height}px`;
}
