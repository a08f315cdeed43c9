import { chosenOf, parseSettings, SETTING_TABLE, type SettingName, type Settings } from './settings';

const howOf = (name: string): 'beside' | 'unless chosen' | undefined => {
  const row = SETTING_TABLE[name as SettingName];
  return 'backup' in row ? row.backup : undefined;
};

/** The settings a backup carries, of those the user has chosen. */
export function carried(settings: Settings): Partial<Settings> {
  return Object.fromEntries(Object.entries(chosenOf(settings)).filter(([name]) => howOf(name)));
}

/**
 * Settings with those of a backup: lists are put together, and what was chosen here stays as it is.
 * @param kept what the file says: it may hold anything, and an old one holds codes alone.
 */
export function restored(now: Settings, kept: unknown): Settings {
  const here = chosenOf(now);
  const merged: Record<string, unknown> = { ...now };
  for (const [name, value] of Object.entries(carried(parseSettings(kept)))) {
    if (howOf(name) === 'beside' && Array.isArray(value)) {
      merged[name] = [...new Set([...(now[name as 'codes' | 'quietPages'] ?? []), ...value])];
    } else if (!(name in here)) merged[name] = value;
  }
  const next = parseSettings(merged);
  const [first] = next.codes;
  return { ...next, ...(first && !next.defaultCode && { defaultCode: first }) };
}
