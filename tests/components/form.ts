import { fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';

/** The field whose label begins with a name; hints stand behind it. */
export const field = (name: string) =>
  screen.getByLabelText<HTMLInputElement>(label => label.trim().startsWith(name));

/** Puts a text into a field, as typing or choosing does. */
export function enter(name: string, text: string): void {
  const input = field(name);
  input.value = text;
  fireEvent[input.tagName === 'SELECT' ? 'change' : 'input'](input);
}

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** What is announced as wrong; undefined when nothing is. */
export const complaint = () => screen.queryByRole('alert')?.textContent?.trim();

/** What axe finds wrong. Colours are left to the browser tests: nothing is drawn here. */
export async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}

/** What the Tab key should come to, but does not. */
export function unreachable(container: Element): Element[] {
  const all = container.querySelectorAll('input, select, textarea, button, a, summary');
  return [...all].filter(element => Number(element.getAttribute('tabindex') ?? 0) < 0);
}
