import type { Signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { SectionAnswer } from '../../lib/state/answers';

/** A state that takes longer than this to be there is broken, ms. */
const PATIENCE = 10_000;

/** Waits for something. @throws when it does not come */
export async function until<T>(what: string, find: () => T | null | undefined | false): Promise<T> {
  const ends = performance.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > ends) throw new Error(`${what} did not come`);
    await new Promise(requestAnimationFrame);
  }
}

/** The first element of a selector; or, with words, the first one that says exactly them. */
export const seen = (selector: string, words?: string): Promise<HTMLElement> =>
  until(`${selector} ${words ?? ''}`, () =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      element => words === undefined || element.textContent.trim() === words,
    ),
  );

/** What is drawn has been painted, and its effects have run: what they listen to is heard. */
export const painted = (): Promise<void> =>
  new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

export async function press(selector: string, words?: string): Promise<void> {
  (await seen(selector, words)).click();
}

/** Types into a field, as a user would: its form hears of it. */
export async function type(selector: string, text: string): Promise<void> {
  const field = (await seen(selector)) as HTMLInputElement;
  field.value = text;
  for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
}

/** Sends a form off past the browser's own checks. */
export async function send(selector = 'form'): Promise<void> {
  (await seen(selector)).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

/** The clipboard as a state needs it: a page that nobody pressed may find it closed. */
export function clipboard(is: 'open' | 'closed'): void {
  const writeText = async () => {
    if (is === 'closed') throw new Error('refused');
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
}

interface Props<T> {
  of: SectionAnswer<T> | Signal<T | undefined>;
  children: (value: NonNullable<T>) => ComponentChild;
}

/** Shows what depends on an answer of the ledger as soon as it is there. */
export function Once<T>({ of, children }: Props<T>) {
  const signal = 'stale' in of ? of.value : of;
  return <>{signal.value ? children(signal.value as NonNullable<T>) : null}</>;
}

/** What buttons of a previewed form do. */
export const nothing = () => {};

/** Longer than any place was made for, and without a space to break at. */
export const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen-2026-final-version-2';
