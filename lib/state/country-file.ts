import type { ReferralNote } from '../domain/notebook';
import { findCountry } from '../text/countries';
import { REFERRALS } from '../text/referrals';
import { note } from './commands';
import { notebook } from './notebook';

/** A file of fifty thousand referrals has about one megabyte. */
const LARGEST = 20_000_000;

/**
 * Reads referral ids with countries from a file of two columns, separated by comma, semicolon or tab, with or without
 * a header. What can be read is kept; every other line is told with its number and reason.
 */
export async function readCountryFile(file: File): Promise<{ set: number; problems: string[] }> {
  const problems: string[] = [];
  const text = (await file.slice(0, LARGEST).text()).replace(/^\uFEFF/, '');
  const entries: Record<string, ReferralNote> = {};
  const known = notebook.peek().referrals;
  text.split(/\r\n|\n|\r/).forEach((line, i) => {
    if (line.trim() === '') return;
    const cells = (line.match(/"(?:[^"]|"")*"|[^,;\t]+/g) ?? []).map(cell =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"')
        .trim(),
    );
    const why = () => {
      if (cells.length < 2) return REFERRALS.badCountryColumns;
      if (cells[0] === '') return REFERRALS.badCountryId;
      return REFERRALS.badCountryName(cells.slice(1).join(' ').slice(0, 60));
    };
    // A name may hold a comma: "Korea, South".
    const country = cells.length < 2 ? undefined : findCountry(cells.slice(1).join(' '));
    if (cells.length >= 2 && cells[0] !== '' && country) {
      entries[cells[0]] = { ...known[cells[0]], country };
    } else if (i > 0 || !/id|referral|friend|user/i.test(cells[0] ?? '')) {
      problems.push(REFERRALS.badCountryLine(file.name, i + 1, why()));
    }
  });
  const set = Object.keys(entries).length;
  if (set > 0) await note('referrals', entries);
  return { set, problems };
}
