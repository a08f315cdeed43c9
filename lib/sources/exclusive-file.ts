import * as z from 'zod/mini';
import { PROGRAMME_METRICS, type ProgrammeMetric, thresholdOf, type When } from '../domain/bonus';
import { parseDay } from '../domain/day';
import type { ExclusiveCampaign } from '../domain/exclusive-campaign';

/** The file of exclusive campaigns, as `docs/exclusive-campaigns.md` describes it. */
const dayField = z.string().check(z.refine(text => parseDay(text) !== undefined, 'no date like 2026-08-31'));
const BONUS_METRICS = Object.keys(PROGRAMME_METRICS) as [ProgrammeMetric, ...ProgrammeMetric[]];
const text = (most: number) => z.string().check(z.maxLength(most));
const CampaignSchema = z
  .strictObject({
    id: z.string().check(z.regex(/^[\w.-]{1,80}$/, 'letters, digits, . _ - only')),
    name: text(120).check(z.minLength(1)),
    eligibility: z.optional(text(500)),
    metric: z.enum(BONUS_METRICS),
    when: z.union([
      z.strictObject({ is: z.literal('fixed'), from: dayField, to: dayField }),
      z.strictObject({ is: z.literal('month') }),
      z.strictObject({ is: z.literal('rolling'), months: z.int().check(z.gte(1), z.lte(24)) }),
    ]),
    tiers: z
      .array(z.strictObject({ name: text(80), threshold: text(30), reward: text(120) }))
      .check(z.minLength(1), z.maxLength(20)),
    url: z.optional(
      text(500).check(
        z.regex(/^https:\/\/www\.binance\.com\/[\w./?=&%~-]*$/, 'no page of https://www.binance.com'),
      ),
    ),
    note: z.optional(text(500)),
  })
  .check(
    z.refine(
      c => c.tiers.every(tier => thresholdOf(c.metric, tier.threshold) !== undefined),
      'a threshold is no number',
    ),
    z.refine(
      c => c.when.is !== 'fixed' || parseDay(c.when.from)! <= parseDay(c.when.to)!,
      'ends before it begins',
    ),
  );
const FileSchema = z.strictObject({ version: z.literal(1), campaigns: z.array(z.unknown()) });

export interface ExclusiveFile {
  campaigns: Record<string, ExclusiveCampaign>;
  /** What could not be read, each with its place and reason. The rest is kept. */
  problems: { place: string; reason: string }[];
}

/** Reads exclusive campaigns from JSON. */
export function readExclusiveFile(json: string): ExclusiveFile {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return { campaigns: {}, problems: [{ place: '', reason: error instanceof Error ? error.message : '' }] };
  }
  const file = FileSchema.safeParse(raw);
  if (!file.success) return { campaigns: {}, problems: file.error.issues.map(issue => problemOf('', issue)) };
  const found: ExclusiveFile = { campaigns: {}, problems: [] };
  file.data.campaigns.forEach((entry, i) => {
    const parsed = CampaignSchema.safeParse(entry);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) found.problems.push(problemOf(`campaigns[${i}]`, issue));
      return;
    }
    const { id, when, tiers, ...rest } = parsed.data;
    const days: When =
      when.is === 'fixed' ? { is: 'fixed', from: parseDay(when.from)!, to: parseDay(when.to)! } : when;
    found.campaigns[id] = { ...rest, when: days, versions: [{ from: 0, tiers }] };
  });
  return found;
}

function problemOf(place: string, issue: { path: PropertyKey[]; message: string }) {
  const path = issue.path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return { place: `${place}${path}`.replace(/^\./, ''), reason: issue.message };
}
