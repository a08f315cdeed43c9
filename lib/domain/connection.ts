import type { StreamId } from './income-streams';

/** A secret under a passphrase: AES-256-GCM with a key from PBKDF2-SHA256. Texts are base64. */
export interface Sealed {
  rounds: number;
  salt: string;
  iv: string;
  data: string;
}

/**
 * What signs for a connection. A `CryptoKey` here cannot be exported by code, but lies readable in the browser's
 * profile (docs/facts/platform.md §5): only `locked` is encrypted.
 */
export type Credential =
  | { is: 'ed25519'; apiKey: string; key: CryptoKey; publicKey: string }
  | { is: 'hmac'; apiKey: string; key: CryptoKey }
  | { is: 'locked'; sealed: Sealed }
  /** Disconnected: what could sign is gone, the rows have stayed. */
  | { is: 'none' };

/** An account of Binance that the user has connected. */
export interface Connection {
  id: string;
  label: string;
  /** ms */
  addedAt: number;
  /** The imported files are of this account, so that both tell of the same money. */
  ownsExports: boolean;
  credential: Credential;
  /** A key pair that Binance does not know yet. */
  draft?: true;
}

/** Why Binance was not asked, or what it answered. */
export type SyncTrouble =
  | 'offline'
  | 'limited'
  | 'banned'
  | 'server'
  | 'firewall'
  | 'region'
  | 'unreadable'
  | 'permission'
  | 'unavailable'
  | 'declined'
  | 'clock'
  | 'moved'
  | 'internal';

/** Why a connection is not used at all until the user has done something. */
export type Refusal =
  | { is: 'powers'; powers: string[] }
  | { is: 'signature' }
  | { is: 'key' }
  | { is: 'unreadable' }
  /** Another connection brings the very same rows. */
  | { is: 'twice'; label: string };

export interface StreamState {
  /** When it was last brought up to date, ms. */
  at?: number;
  /** Until then it is left alone. */
  trouble?: { why: SyncTrouble; until: number; tries: number };
  /** Rows whose amount cannot be kept exactly. */
  rejected?: number;
  /** How far a reading forwards has come that was broken off, and the day (UTC) whose long look back is done. */
  from?: number;
  deepDay?: number;
  /** How wide a time window may be for its rows to come in a few pages, ms. */
  width?: number;
}

/** How a connection is doing. */
export interface SyncState {
  /** When its key was last proved to be read-only, ms. */
  checkedAt?: number;
  refused?: Refusal;
  /** Some of its rows had no price when they came: when prices were last asked for, ms. */
  unpriced?: number;
  /** The proof could not be asked for: nothing is asked before it could. */
  trouble?: StreamState['trouble'];
  ways: Partial<Record<StreamId, StreamState>>;
  /** When referrals and codes were asked about last, ms, and whether these endpoints answer for this account. */
  performance?: { at: number; answers: boolean };
}

/** What has been asked of Binance, so that limits and bans hold across restarts. */
export interface Quota {
  /** By limit: moments and weights of the last minute. */
  spent: Record<string, [moment: number, weight: number][]>;
  /** By host: no request leaves before this moment. */
  bans: Record<string, number>;
  /** Binance's clock minus ours, ms. */
  clock?: { offset: number; at: number };
}

export const NO_QUOTA: Quota = { spent: {}, bans: {} };

/** What these flags of a key may be while it counts as read-only; they give no power over money. */
const HARMLESS = ['enableReading', 'enableFixReadOnly', 'ipRestrict'];

/**
 * What a key may do beyond reading. An unknown flag that is on is a permission, a missing proof of reading is a refusal
 * (docs/facts/binance.md §1.8).
 * @returns undefined when the answer does not even say that the key can read.
 */
export function excessPermissions(restrictions: Record<string, unknown>): string[] | undefined {
  if (restrictions.enableReading !== true) return undefined;
  return Object.entries(restrictions)
    .filter(([name, value]) => /^(enable|permits)/.test(name) && value !== false && !HARMLESS.includes(name))
    .map(([name]) => name);
}
/** The flags an answer must have for it to be a proof. */
const EXPECTED = [
  'enableReading',
  'enableWithdrawals',
  'enableInternalTransfer',
  'enableMargin',
  'enableFutures',
  'permitsUniversalTransfer',
  'enableVanillaOptions',
  'enableSpotAndMarginTrading',
];

/** Flags that are not there: what is not said is not denied. */
export function missingFlags(restrictions: Record<string, unknown>): string[] {
  return EXPECTED.filter(name => typeof restrictions[name] !== 'boolean');
}
