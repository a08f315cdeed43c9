import type { CodeNote } from './notebook';

/** What the user calls these codes, of those that have a name. */
export function codeLabels(codes: string[], notes: Record<string, CodeNote>): Record<string, string> {
  return Object.fromEntries(
    codes.flatMap(code => {
      const { label } = notes[code] ?? {};
      return label ? [[code, label]] : [];
    }),
  );
}
