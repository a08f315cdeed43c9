import type { Refusal, SyncTrouble } from './connection';
import type { FaultNote } from './fault-note';
import type { StreamId } from './income-streams';

/** How one connection is doing, without its name, its id or anything that signs. */
export interface ConnectionHealth {
  keeps: 'locked' | 'convenient' | 'key-pair' | 'disconnected';
  isDraft: boolean;
  isUnlocked: boolean;
  ownsExports: boolean;
  /** ms */
  checkedAt?: number;
  refused?: Refusal['is'];
  trouble?: TroubleHealth;
  ways: Partial<Record<StreamId, WayHealth>>;
}

export interface TroubleHealth {
  why: SyncTrouble;
  /** ms */
  until: number;
  tries: number;
}

export interface WayHealth {
  /** When it was last brought up to date, ms. */
  at?: number;
  /** It has been read back as far as Binance goes. */
  isDone: boolean;
  rejected?: number;
  trouble?: TroubleHealth;
}

/** What is stored, by counts alone. */
export interface StoreHealth {
  schema: number;
  book: 'real' | 'demo' | 'none';
  generation: number;
  rows: Record<'exports' | 'statements' | 'connections', number>;
  months: number;
  chunks: number;
  referrals: number;
  imports: number;
  /** Days without a rate of the reporting currency. */
  unpricedDays: number;
  /** Entries of the notebook by section. */
  notebook: Record<string, number>;
  campaigns: number;
  feedTrouble?: string;
  connections: ConnectionHealth[];
}

/** What the extension runs in. */
export interface AboutBrowser {
  version: string;
  /** As the browser names itself. */
  browser: string;
  permissions: string[];
  hosts: string[];
  /** Bytes; undefined where the browser does not tell. */
  used?: number;
  quota?: number;
}

/**
 * What a report of a problem may hold. The list is closed, and everything in it is a count, a moment, a flag, or a
 * word of ours or of the browser's: no amounts, codes, ids, names, notes or keys.
 */
export interface DiagnosticFacts extends AboutBrowser {
  /** ms */
  at: number;
  stage: string;
  language: string;
  currency: string;
  codes: number;
  /** Settings that are on. */
  on: string[];
  store: StoreHealth;
  faults: FaultNote[];
}

const isoTime = (moment: number | undefined) =>
  moment === undefined ? 'never' : new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
const list = (texts: readonly string[]) => texts.join(' ') || 'none';
const counts = (of: Record<string, number>) => list(Object.entries(of).map(([name, n]) => `${name}=${n}`));
const megabytes = (bytes: number | undefined) =>
  bytes === undefined ? 'unknown' : `${(bytes / 2 ** 20).toFixed(1)} MB`;

const troubleLine = (trouble: TroubleHealth | undefined) =>
  trouble ? `, ${trouble.why} until ${isoTime(trouble.until)} (try ${trouble.tries})` : '';

function connectionLines(health: ConnectionHealth, n: number): string[] {
  const is = [
    health.keeps,
    health.isDraft && 'draft',
    health.isUnlocked && 'unlocked',
    health.ownsExports && 'owns exports',
    health.refused && `refused: ${health.refused}`,
  ].filter(Boolean);
  return [
    `connection ${n + 1}: ${is.join(', ')}, proved ${isoTime(health.checkedAt)}${troubleLine(health.trouble)}`,
    ...Object.entries(health.ways).map(
      ([name, way]) =>
        `  ${name}: read ${isoTime(way.at)}, ${way.isDone ? 'whole' : 'not whole'}, rejected ${way.rejected ?? 0}${troubleLine(way.trouble)}`,
    ),
  ];
}

/** A report as text for an issue: in English whatever the language, because maintainers read it. */
export function diagnosticsText(of: DiagnosticFacts): string {
  const { store } = of;
  return [
    `Referral Dashboard Pro ${of.version}, ${isoTime(of.at)}`,
    `browser: ${of.browser}`,
    `permissions: ${list(of.permissions)}`,
    `hosts: ${list(of.hosts)}`,
    `storage: ${megabytes(of.used)} of ${megabytes(of.quota)}, schema ${store.schema}`,
    `page: ${of.stage}, language ${of.language}, currency ${of.currency}, on: ${list(of.on)}, codes ${of.codes}`,
    `ledger: ${store.book}, generation ${store.generation}, months ${store.months}, chunks ${store.chunks}, referrals ${store.referrals}, imports ${store.imports}, unpriced days ${store.unpricedDays}`,
    `rows: ${counts(store.rows)}`,
    `notebook: ${counts(store.notebook)}`,
    `campaigns: ${store.campaigns}${store.feedTrouble ? `, ${store.feedTrouble}` : ''}`,
    ...store.connections.flatMap(connectionLines),
    `faults: ${of.faults.length}`,
    ...of.faults.map(fault => `  ${isoTime(fault.at)} ${fault.where}: ${fault.what}`),
  ].join('\n');
}
