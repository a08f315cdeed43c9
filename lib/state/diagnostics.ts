import { isCurrency } from '../domain/currency';
import { diagnosticsText } from '../domain/diagnostics';
import type { SettingName } from '../domain/settings';
import { readStoreHealth } from '../ledger/store-health';
import { aboutBrowser } from '../platform/about-browser';
import { readFaults } from '../platform/fault-log';
import { readSettings } from '../platform/settings';
import { unlockedUntil } from '../platform/vault';
import { spokenLanguage } from './language';
import { openOnce, stage } from './session';

/** Settings that are worth knowing when something does not work. */
const SWITCHES = [
  'feed',
  'autoAppend',
  'quiet',
  'notify',
  'privacy',
  'badge',
  'theme',
] as const satisfies SettingName[];

/** A report for an issue, as text: what runs where, how much is stored, how connections are doing, the last faults. */
export async function makeDiagnostics(now: number): Promise<string> {
  const settings = await readSettings();
  const { currency } = settings;
  return diagnosticsText({
    at: now,
    ...(await aboutBrowser()),
    stage: stage.peek(),
    language: spokenLanguage(),
    currency: isCurrency(currency) ? currency : 'base',
    codes: settings.codes.length,
    on: SWITCHES.filter(name => settings[name]),
    store: await readStoreHealth(await openOnce(), new Set(Object.keys(await unlockedUntil(now)))),
    faults: await readFaults(),
  });
}
