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
   * @param text to be copied by hand: it stands there, selected, until it is left.
   */
  say(words: string, button?: HTMLElement, text?: string): void {
    this.#live.textContent = words;
    this.#box?.remove();
    if (!button) return;
    const box = element('div', 'said');
    const close = () => box.remove();
    box.append(element('span', '', words));
    this.#box = box;
    this.root.append(box);
    if (text === undefined) setTimeout(close, 2 * COPIED_FOR);
    else {
      const field = element('input');
      field.readOnly = true;
      field.value = text;
      field.setAttribute('aria-label', words);
      box.append(field);
      field.addEventListener('blur', close);
      box.addEventListener('keydown', event => event.key === 'Escape' && close());
    }
    place(box, button);
    const field = box.querySelector('input');
    field?.select();
    field?.focus({ preventScroll: true });
  }
}

/** Puts a box below a button, or above it where the window ends. */
function place(box: HTMLElement, button: HTMLElement): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const most = document.documentElement.clientWidth - width - GAP;
  const below = bottom + GAP + height < innerHeight;
  box.style.left = `${Math.max(GAP, Math.min((left + right - width) / 2, most))}px`;
  box.style.top = `${below ? bottom + GAP : top - GAP - height}px`;
}
