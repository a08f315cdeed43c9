import { DAY_MS } from '../../lib/domain/day';
import type { LedgerWriter, Written } from '../../lib/sync/writer';
import { exportRows, exportText } from '../browser/export-file';
import { NOW } from './stand-ins/moment';

/** What a ledger can hold: the demo, or an invented export of fourteen months. */
export type Book = 'demo' | 'own';

/** The codes of the invented export. */
export const CODES = ['bpcode', 'TG2024'];

async function done<T>(written: Promise<Written<T>>): Promise<void> {
  const outcome = await written;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
}

/** Writes a book by the commands that users have. */
export async function writeBook(writer: LedgerWriter, book: Book | undefined): Promise<void> {
  if (book === 'demo') await done(writer.startDemo());
  if (book !== 'own') return;
  const shape = { rows: 4_000, referrals: 240, from: NOW - 425 * DAY_MS, to: NOW, seed: 7 };
  await done(writer.importFiles([new File([exportText(exportRows(shape))], 'commissions-2026.csv')]));
}
