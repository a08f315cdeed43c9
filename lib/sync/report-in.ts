import { type Currency, hasRate } from '../domain/currency';
import { dayOf } from '../domain/day';
import { type Book, type BookId, type MonthState, shownBook } from '../store/manifest';
import { readRates } from '../store/prices';
import { readManifest } from '../store/read';
import type { AskEnv } from './ask-faults';
import { type ChangeMaker, changeBook } from './change-book';
import { OpenBook } from './open-book';
import { askRates } from './price-rows';
import type { SyncEnv } from './sync-env';

/**
 * Rates of the days a book has rows of, asked for where they are not known yet.
 * @returns whether Binance has told what it has, and some day with rows has one: else every row would be unpriced.
 */
async function ratesFor(env: AskEnv, book: Book, currency: Currency): Promise<boolean> {
  const chunks = book.months.flatMap(month => month.chunks);
  const first = dayOf(chunks.reduce((moment, chunk) => Math.min(moment, chunk.first), env.now()));
  const last = dayOf(chunks.reduce((moment, chunk) => Math.max(moment, chunk.last), 0));
  const told = await askRates(env, currency, first, dayOf(env.now()));
  const rates = await readRates(env.db, currency);
  for (let day = first; told && day <= last; day++) if (hasRate(rates, day)) return true;
  return false;
}

/**
 * Brings the ledger into the currency the user wants figures in: asks for rates, then sums again what needs it, as one
 * generation. Rows stay as they are, in BUSD.
 * @returns whether it is in that currency now; not where no rate at all could be had.
 */
export async function reportIn(env: SyncEnv, currency: Currency | undefined): Promise<boolean> {
  const { db } = env;
  const shown = await readManifest(db);
  const which = shownBook(shown);
  const book = which && shown.books[which];
  // Nearly always it is so already.
  if (!book || (currency === book.currency && book.months.every(month => !month.lacks))) return true;
  // Before the lock: nobody waits for the network behind it.
  const rated = currency === undefined || (await ratesFor(env, book, currency));
  if (!rated && currency !== book.currency) return false;
  await changeBook(env, summedIn(which, currency));
  return true;
}

/** A book with its months summed in a currency, where they are not yet or some day has a rate only now. */
const summedIn =
  (book: BookId, currency: Currency | undefined): ChangeMaker =>
  async (real, { db, manifest }) => {
    const state = manifest.books[book];
    if (!state) return undefined;
    const rates = currency && (await readRates(db, currency));
    const isSummed = ({ lacks = [] }: MonthState) => !rates || !lacks.some(day => hasRate(rates, day));
    if (currency === state.currency && state.months.every(isSummed)) return undefined;
    const from = book === 'real' ? real : await OpenBook.open(db, state);
    return { book, from, currency: { is: currency } };
  };
