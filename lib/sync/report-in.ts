import { type Currency, hasRate, inCurrency, lacksOf, type Rates } from '../domain/currency';
import { dayOf } from '../domain/day';
import { lookupOf } from '../domain/dictionary';
import { type Rollup, rollUp } from '../domain/rollup';
import { countedRows, pairsOfTypes } from '../domain/source';
import { readRates } from '../store/connections';
import { type Book, type Manifest, shownBook } from '../store/manifest';
import { readManifest, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { commit } from '../store/write';
import type { AskPlace } from './ask-binance';
import { glanceOf } from './glance-of';
import { askRates } from './price-rows';
import { openDictionary } from './publish';
import type { SyncPlace } from './sync-place';
import { WRITER_LOCK } from './writer';

/**
 * Rates of the days a book has rows of, asked for where they are not known yet.
 * @returns whether Binance has told what it has, and some day with rows has one: else every row would be unpriced.
 */
async function ratesFor(place: AskPlace, book: Book, currency: Currency): Promise<boolean> {
  const chunks = book.months.flatMap(month => month.chunks);
  const first = dayOf(chunks.reduce((moment, chunk) => Math.min(moment, chunk.first), place.now()));
  const last = dayOf(chunks.reduce((moment, chunk) => Math.max(moment, chunk.last), 0));
  const told = await askRates(place, currency, first, dayOf(place.now()));
  const rates = await readRates(place.db, currency);
  for (let day = first; told && day <= last; day++) if (hasRate(rates, day)) return true;
  return false;
}

/** Whether a month's sums are not what they would be now. */
const isOutdated = (rates: Rates | undefined, all: boolean) => (state: Book['months'][number]) =>
  all || (rates !== undefined && (state.lacks ?? []).some(day => hasRate(rates, day)));

/**
 * Sums the months of a book again in a currency: all of them if it was in another one, else those that had rows
 * without a rate which there is now. Under the writer's lock.
 */
async function summedIn(
  db: Database,
  id: string,
  book: Book,
  currency: Currency | undefined,
): Promise<{ book: Book; rollups: Map<string, Rollup> } | undefined> {
  const rates = currency && (await readRates(db, currency));
  const outdated = isOutdated(rates, currency !== book.currency);
  if (currency === book.currency && !book.months.some(outdated)) return undefined;
  const dictionary = await openDictionary(db, book);
  const lookup = lookupOf(dictionary.names, dictionary.parties);
  const pairs = pairsOfTypes(dictionary.names.types);
  const rollups = new Map<string, Rollup>();
  const months: Book['months'] = [];
  for (const state of book.months) {
    if (!outdated(state)) {
      months.push(state);
      continue;
    }
    const { lacks: _, ...rest } = state;
    const counted = countedRows(await readSourceRows(db, state), state.choice, pairs);
    const lacks = rates ? lacksOf(state.month, counted, rates) : [];
    const parts = rates ? inCurrency(state.month, counted, rates) : counted;
    const rollup = `${id}/${state.month}`;
    rollups.set(rollup, rollUp(state.month, parts, lookup));
    months.push({ ...rest, rollup, ...(lacks.length > 0 && { lacks }) });
  }
  const { currency: _, ...rest } = book;
  return {
    rollups,
    book: {
      ...rest,
      months,
      ...(currency && { currency }),
      glance: glanceOf(rollups.values(), [], book.glance, dictionary.parties),
    },
  };
}

/**
 * Brings the ledger into the currency the user wants figures in: asks for rates, then sums again what needs it, as one
 * generation. Rows stay as they are, in BUSD.
 * @returns whether it is in that currency now; not where no rate at all could be had.
 */
export async function reportIn(place: SyncPlace, currency: Currency | undefined): Promise<boolean> {
  const { db, locks } = place;
  const shown = await readManifest(db);
  const which = shownBook(shown);
  const book = which && shown.books[which];
  // Nearly always it is so already.
  if (!book || (currency === book.currency && book.months.every(month => !month.lacks))) return true;
  // Before the lock: nobody waits for the network behind it.
  const rated = currency === undefined || (await ratesFor(place, book, currency));
  if (!rated && currency !== book.currency) return false;
  const next = await locks.request(WRITER_LOCK, async (): Promise<Manifest | undefined> => {
    const manifest = await readManifest(db);
    const before = manifest.books[which];
    const summed = before && (await summedIn(db, place.id(), before, currency));
    if (!summed) return undefined;
    const next = {
      ...manifest,
      generation: manifest.generation + 1,
      at: place.now(),
      books: { ...manifest.books, [which]: summed.book },
    };
    await (place.publish ?? commit)(db, { rollups: summed.rollups, manifest: next });
    return next;
  });
  if (next) await place.committed(next);
  return true;
}
