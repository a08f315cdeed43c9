import type { CampaignKind } from './campaign';
import { MINUTE_MS } from './day';

/**
 * What the wording of Binance's articles says (docs/facts/binance.md §4.3). Nothing is guessed: dates without a zone,
 * or that are not there, stay unknown.
 */
export interface Period {
  from: number;
  to: number;
}

const DATE = String.raw`(\d{4})[-/](\d{1,2})[-/](\d{1,2})`;
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?`;
const ZONE = String.raw`(?:\(?\s*UTC\s*([+-]\s*\d{1,2}(?::?\d{2})?)?\s*\)?)`;
const PERIOD = new RegExp(
  String.raw`${DATE}[\s,]+${TIME}\s*${ZONE}?\s*(?:to|until|through|[-–—|][-–—|\s]*)\s*${DATE}[\s,]+${TIME}\s*${ZONE}?`,
  'gi',
);
/** The words before a period that make it the campaign's own. */
const OWN =
  /(?:promotion|activity|campaign|competition|tournament|event|farming|subscription)\s+period\s*:?[^:]{0,40}$/i;

function offset(zone: string | undefined): number {
  const [, sign, hours, minutes = '0'] =
    /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone?.replace(/\s/g, '') ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS : 0;
}

function momentIn(parts: (string | undefined)[], zone: string | undefined, end: boolean): number | undefined {
  const [year, month, date, hour, minute] = parts.slice(0, 5).map(Number);
  const second = parts[5] === undefined ? (end && minute === 59 ? 59 : 0) : Number(parts[5]);
  const half = parts[6]?.toUpperCase();
  // "00:00 AM" is written, and means midnight.
  const hours = half === 'PM' && hour < 12 ? hour + 12 : half === 'AM' && hour === 12 ? 0 : hour;
  if (year < 2017 || year > 2099 || hours > 23 || minute > 59) return undefined;
  const at = Date.UTC(year, month - 1, date, hours, minute, second);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? at - offset(zone) : undefined;
}

/** All periods a text states with their zone, in order; whether each is named the campaign's own. */
export function findPeriods(text: string): (Period & { own: boolean })[] {
  const found: (Period & { own: boolean })[] = [];
  for (const match of text.matchAll(PERIOD)) {
    const [whole, ...parts] = match;
    // One zone may stand for both ends; without any the moment is not known.
    if (!/UTC/i.test(whole)) continue;
    const zone = parts[15] ?? parts[7];
    const from = momentIn(parts.slice(0, 7), parts[7] ?? zone, false);
    const to = momentIn(parts.slice(8, 15), zone, true);
    if (from === undefined || to === undefined || to <= from) continue;
    found.push({ from, to, own: OWN.test(text.slice(Math.max(0, match.index - 120), match.index)) });
  }
  return found;
}

/** From the first begin to the last end of the campaign's own periods; of all if none is named so. */
export function campaignPeriod(text: string): Period | undefined {
  const all = findPeriods(text);
  const own = all.filter(period => period.own);
  const wanted = own.length > 0 ? own : all;
  if (wanted.length === 0) return undefined;
  return {
    from: Math.min(...wanted.map(period => period.from)),
    to: Math.max(...wanted.map(period => period.to)),
  };
}

const KIND_WORDS: [CampaignKind, RegExp][] = [
  ['referral', /\b(?:affiliates?|referrals?|refer|invite)\b/i],
  ['new-users', /\bnew[- ]users?\b/i],
  ['competition', /\b(?:competition|tournament|cup|trade\b.*\bshare)\b/i],
  ['airdrop', /\b(?:airdrops?|hodler|megadrop)\b/i],
  ['earn', /\b(?:earn|staking|apr|subscribe|launchpool)\b/i],
];

export function kindOf(title: string): CampaignKind {
  return KIND_WORDS.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other';
}

/** Whether it is about what affiliates do. */
export function isForAffiliates(title: string): boolean {
  return /\b(?:affiliates?|referrals?|refer|invite)\b/i.test(title);
}

const PRIZE =
  /(?:up to\s+|about\s+)?(?:\$\s?\d[\d,.]*\s?(?:K|M|B|thousand|million|billion)?\b|\d[\d,.]*\s?(?:K|M|million)?\s+[A-Z][A-Z0-9]{1,9}\b)/i;

/** The prize as the title words it: `Up to 8,000 USDC`, `$200K`. */
export function prizeOf(title: string): string | undefined {
  return PRIZE.exec(title)?.[0].replace(/\s+/g, ' ').trim();
}

const REGIONS =
  /\b(LATAM|MENA|Africa|Europe|EEA|Asia|South ?Asia|SEA|CIS|Brazil|Mexico|Argentina|Colombia|Nigeria|South Africa|India|Pakistan|Bangladesh|Vietnam|Indonesia|Thailand|Philippines|Türkiye|Turkey|Ukraine|Kazakhstan|Spain|France|Italy|Poland|Australia|Japan)\b/i;

/** The region a title names, if it names one. */
export function regionOf(title: string): string | undefined {
  return REGIONS.exec(title)?.[1];
}
