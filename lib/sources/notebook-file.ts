import * as z from 'zod/mini';
import { PROGRAMME_METRICS, type ProgrammeMetric } from '../domain/bonus';
import { CAMPAIGN_KINDS } from '../domain/campaign';
import { isCountry } from '../domain/country-codes';
import { EMPTY_NOTEBOOK, NOTEBOOK_SECTIONS, type Notebook, type Section } from '../domain/notebook';
import { parseCampaignPage } from '../domain/page-link';

/** What a notebook may hold, entry by entry: a backup is a file, and a file may hold anything. */
const text = (most: number) => z.string().check(z.maxLength(most));
const dayField = z.int().check(z.gte(-40_000), z.lte(80_000));
const momentNumber = z.number().check(z.gte(0), z.lte(8.64e15));
const country = z.string().check(z.refine(isCountry));
const percentage = z.int().check(z.gte(0), z.lte(10_000));
const percents = z.object({
  spot: z.optional(percentage),
  futures: z.optional(percentage),
  mining: z.optional(percentage),
});
const metric = z.enum(Object.keys(PROGRAMME_METRICS) as [ProgrammeMetric, ...ProgrammeMetric[]]);
const when = z.union([
  z.object({ is: z.literal('fixed'), from: dayField, to: dayField }),
  z.object({ is: z.literal('month') }),
  z.object({ is: z.literal('rolling'), months: z.int().check(z.gte(1), z.lte(24)) }),
]);
const tier = z.object({ name: text(200), threshold: text(40), reward: text(200) });
const programme = z.object({
  name: text(200),
  metric,
  when,
  versions: z.array(z.object({ from: dayField, tiers: z.array(tier) })),
  needs: z.optional(z.object({ metric, threshold: text(40), when })),
  note: z.optional(text(1_000)),
  source: z.optional(z.object({ text: text(300), date: text(40) })),
  eligibility: z.optional(text(1_000)),
  url: z.optional(text(1_000)),
});
const ENTRIES = {
  codes: z.object({
    label: z.optional(text(200)),
    channel: z.optional(text(200)),
    colour: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/i))),
    country: z.optional(country),
    terms: z.optional(z.array(z.object({ from: dayField, ratio: percents, kickback: percents }))),
  }),
  referrals: z.object({
    note: z.optional(text(4_000)),
    tags: z.optional(z.array(text(200))),
    country: z.optional(country),
  }),
  remarks: z.object({ day: dayField, text: text(400) }),
  programmes: programme,
  payouts: z.object({ day: dayField, value: text(40), text: text(400) }),
  campaigns: z.object({
    title: text(1_000),
    kind: z.enum(CAMPAIGN_KINDS),
    url: z.string().check(z.refine(url => parseCampaignPage(url) !== undefined)),
    from: z.optional(momentNumber),
    to: z.optional(momentNumber),
    prize: z.optional(text(1_000)),
    note: z.optional(text(1_000)),
  }),
  exclusive: programme,
  hidden: z.literal(true),
  preferences: z.union([
    text(1_000),
    z.int().check(z.gte(1), z.lte(1_000)),
    // The widget's: read field by field wherever they are used.
    z.record(z.string(), z.unknown()),
  ]),
} satisfies Record<Section, z.ZodMiniType>;

export interface NotebookFile {
  notebook: Notebook;
  kept: number;
  /** Entries that are none. */
  lost: number;
}

/** @returns undefined for what is no notebook at all. */
export function readNotebookFile(raw: unknown): NotebookFile | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const read: NotebookFile = { notebook: { ...EMPTY_NOTEBOOK }, kept: 0, lost: 0 };
  for (const section of NOTEBOOK_SECTIONS) {
    const entries = (raw as Record<string, unknown>)[section];
    if (typeof entries !== 'object' || entries === null) continue;
    const good: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(entries)) {
      const parsed = ENTRIES[section].safeParse(value);
      if (parsed.success) good[key] = parsed.data;
      else read.lost++;
    }
    read.kept += Object.keys(good).length;
    Object.assign(read.notebook, { [section]: good });
  }
  return read;
}
