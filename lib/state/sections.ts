import { computed, signal } from '@preact/signals';
import type { Day } from '../domain/day';
import type { ExclusiveCampaign } from '../domain/exclusive-campaign';
import type { ReferralShow } from '../domain/referral-list';
import type { SectionId } from '../domain/section';
import { type AccountFreshness, readAccountFreshness } from '../ledger/account-freshness';
import { type CodeStats, readCodeStats } from '../ledger/code-stats';
import { type CountryBreakdown, readCountryPanel } from '../ledger/country-panel';
import { type IncomeView, readIncome } from '../ledger/income';
import { type Overview, readOverview } from '../ledger/overview';
import { type ProgrammeView, readPaidBonuses, readProgrammes } from '../ledger/programmes';
import { type MonthCheck, reconcile } from '../ledger/reconcile';
import { type ReferralView, readReferral } from '../ledger/referral';
import { type ReferralsView, readReferrals } from '../ledger/referrals';
import type { Scope } from '../ledger/scope';
import { answer, follow, followFilter, type SectionAnswer } from './answers';
import { mapping, notebook } from './notebook';
import { section, subpath } from './route';

export const overview = answer<Overview>();
/** What the Overview shows below its figures; it needs more reading, so it comes after them. */
export const freshness = answer<AccountFreshness[]>();
export const countryPanel = answer<CountryBreakdown | undefined>();
/** Whether that panel is in sight: it stands low on the page, and sums nobody sees are not worked out. */
let countriesInSight = false;
/** Counts how often it came into sight without its answer. */
const countriesAsked = signal(0);
/** Told by the panel. What it shows stays when it goes out of sight, until the filter changes. */
export function seeCountries(inSight: boolean): void {
  countriesInSight = inSight;
  if (inSight && countryPanel.value.peek() === undefined) countriesAsked.value++;
}
export const referrals = answer<ReferralsView | undefined>();
/** Which referrals the list holds. */
export const referralShow = signal<ReferralShow>('all');
/** The one referral whose page is open. */
export const referral = answer<ReferralView | undefined>();
export const income = answer<IncomeView>();

/** Bonus programmes and what they have paid. */
export const bonus = answer<{ programmes: ProgrammeView[]; paid: { day: Day; units: bigint }[] }>();
export const exclusive = answer<ProgrammeView<ExclusiveCampaign>[]>();

/** Files beside the account's own records. */
export const checks = answer<MonthCheck[]>();

/** What each code has brought. */
export const codeStats = answer<ReadonlyMap<string, CodeStats>>();

/** Starts what keeps the sections up to date. @param now a clock, ms. */
export function followSections(now: () => number): (() => void)[] {
  return [
    followFilter('overview', overview, (reader, filter) =>
      readOverview(reader, filter, now(), mapping.value),
    ),
    follow('overview', freshness, reader => afterPaint(() => readAccountFreshness(reader))),
    followFilter('overview', countryPanel, (reader, filter) => {
      const told = mapping.value;
      void countriesAsked.value;
      const seen = countriesInSight;
      const read = () => readCountryPanel(reader, filter, now(), told, seen);
      // The first time the figures above come first; later all is in memory, and one frame costs less than two.
      return countryPanel.value.peek() ? read() : afterPaint(read);
    }),
    followFilter('referrals', referrals, (reader, filter) =>
      readReferrals(reader, filter, now(), mapping.value, notebook.value.referrals, referralShow.value),
    ),
    followFilter('referrals', referral, (reader, filter) =>
      readReferral(reader, subpath.value, filter, now()),
    ),
    follow('income', bonus, async reader => {
      const { programmes, codes } = notebook.value;
      return {
        programmes: await readProgrammes(reader, programmes, codes, now()),
        paid: await readPaidBonuses(reader),
      };
    }),
    follow('data', checks, reader => afterPaint(() => reconcile(reader))),
    follow('links', codeStats, reader => readCodeStats(reader)),
    follow('campaigns', exclusive, reader =>
      readProgrammes(reader, notebook.value.exclusive, notebook.value.codes, now()),
    ),
    followFilter('income', income, (reader, filter) => readIncome(reader, filter, now(), mapping.value)),
  ];
}

/** The filter of the open section as resolved, for the keys that move it. */
export const scope = computed<Scope | undefined>(() => {
  const filtered: Partial<Record<SectionId, SectionAnswer<Scope | undefined>>> = {
    overview,
    referrals,
    income,
  };
  return filtered[section.value]?.value.value;
});

function afterPaint<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    requestAnimationFrame(() => setTimeout(() => work().then(done, failed)));
  });
}
