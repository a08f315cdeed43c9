import type { Campaign } from '../domain/campaign';
import { DAY_MS, dayOf, isoDay } from '../domain/day';
import type { News } from '../domain/news';
import type { Notebook } from '../domain/notebook';
import { todayOf } from './glance';
import { readProgrammes } from './programmes';
import type { LedgerReader } from './reader';

/** What there is to tell at a moment, the most wanted first. */
export async function readNews(
  ledger: LedgerReader,
  notebook: Notebook,
  campaigns: Readonly<Record<string, Campaign>>,
  now: number,
): Promise<News[]> {
  const today = isoDay(dayOf(now));
  const news: News[] = [];
  // Invented figures are no news.
  const isReal = ledger.book?.id === 'real';
  const earned = todayOf(ledger.manifest, now)?.commission ?? 0n;
  if (earned !== 0n && isReal) {
    news.push({ key: `first ${today}`, is: 'first-commission', name: '', units: earned });
  }
  if (isReal) {
    const all = { ...notebook.programmes, ...notebook.exclusive };
    for (const { id, programme, progress } of await readProgrammes(ledger, all, notebook.codes, now)) {
      if (progress.at < 0) continue;
      // A rolling time has no begin of its own: its tier is told once.
      const since = programme.when.is === 'rolling' ? '' : isoDay(progress.span.from);
      news.push({ key: `tier ${id} ${since} ${progress.at}`, is: 'tier', name: programme.name });
    }
  }
  for (const [code, { title, to, affiliate }] of Object.entries(campaigns)) {
    if (!affiliate || notebook.hidden[code] || to === undefined || to < now || to - now > DAY_MS) continue;
    news.push({ key: `ending ${code}`, is: 'campaign-ending', name: title });
  }
  return news;
}
