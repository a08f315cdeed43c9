import { isCode } from '../domain/link';
import type { Settings } from '../domain/settings';
import { requestNotifications } from '../platform/permissions';
import { changeSettings } from '../platform/settings';
import { LINKS } from '../text/links';

/** Sets what the user has chosen; `undefined` takes a choice back. What belongs together is set in one call. */
export async function chooseSettings(chosen: Partial<Settings>): Promise<void> {
  await changeSettings(settings => ({ ...settings, ...chosen }));
}

/** Turns notifications on, if the browser lets us, or off. Call it in the very turn of the press. */
export async function chooseNotify(on: boolean): Promise<void> {
  await chooseSettings({ notify: on && (await requestNotifications()) });
}

/** @returns why the code was not added, or nothing. */
export async function addCode(text: string): Promise<string | undefined> {
  const code = text.trim();
  if (!isCode(code)) return LINKS.invalid;
  let known = false;
  await changeSettings(settings => {
    known = settings.codes.includes(code);
    return known
      ? settings
      : { ...settings, codes: [...settings.codes, code], defaultCode: settings.defaultCode ?? code };
  });
  return known ? LINKS.known : undefined;
}

export async function removeCode(code: string): Promise<void> {
  await changeSettings(settings => {
    const codes = settings.codes.filter(c => c !== code);
    const defaultCode = settings.defaultCode === code ? codes[0] : settings.defaultCode;
    return { ...settings, codes, defaultCode };
  });
}
