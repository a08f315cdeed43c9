import type { ConnectFault } from '../domain/connect';
import type { Refusal, StreamState, SyncState, SyncTrouble } from '../domain/connection';
import { dayOf, partsOf } from '../domain/day';
import type { StreamId } from '../domain/income-streams';
import { counted } from './amounts';
import { count, day, moment, percent } from './format';

export const CONNECTIONS = {
  title: 'Accounts',
  intro:
    'Connected with a read-only key, an account of Binance is asked every hour, so that today is here without an import. Everything stays in this browser.',
  connectAccount: 'Connect account',
  connectAgain: 'Connect again',
  label: 'Name',
  defaultLabel: 'My account',
  steps: 'How to get a key',
  stepsText: [
    'On Binance: Profile → API Management → Create API.',
    'Leave “Enable Reading” as the only permission. A key that can trade or withdraw is refused here.',
    'Choose “System generated” for a key with a secret, or “Self-generated” to register the public key made here.',
  ],
  how: 'How this browser keeps it',
  ways: {
    locked: 'Locked',
    convenient: 'Convenient',
    'key-pair': 'Key pair made here',
  },
  chips: {
    locked: 'Encrypted',
    convenient: 'Not encrypted',
    'key-pair': 'Key pair',
    none: 'Disconnected',
  },
  waysText: {
    locked:
      'Encrypted with your passphrase, which is stored nowhere. Syncs while unlocked; locks by itself and when the browser closes.',
    convenient:
      'Syncs all the time. Whoever copies this browser’s profile can use the key to read your account.',
    'key-pair':
      'No secret is ever typed or shown: you register our public key with Binance. Whoever copies this browser’s profile can use it to read your account.',
  },
  noKeys: 'This browser cannot make key pairs (Chrome from 137, Firefox from 129 can).',
  apiKey: 'API key',
  apiSecret: 'API secret',
  passphrase: 'Passphrase',
  passphraseHint: (characters: number) => `At least ${count(characters)} characters. It cannot be recovered.`,
  publicKey: 'Public key to register at Binance',
  makeKey: 'Make a key pair',
  copyKey: 'Copy public key',
  keyHint: 'Then enter the API key that Binance shows for it.',
  connect: 'Connect',
  connecting: 'Asking Binance what this key may do…',
  cancel: 'Cancel',
  shortPassphrase: (characters: number) => `The passphrase needs at least ${count(characters)} characters.`,
  missing: 'Enter the API key and the secret.',
  missingKey: 'Enter the API key.',
  noHosts: 'The browser did not allow asking Binance. Nothing was stored.',
  connected: (label: string) => `${label} is connected. Its key can only read.`,
  syncNow: 'Sync now',
  syncing: 'Syncing…',
  lock: 'Lock',
  unlock: 'Unlock',
  locked: 'Locked',
  lockedText: 'Nothing is asked until you unlock it.',
  unlockedUntil: (at: string) => `Unlocked until ${at}`,
  wrongPassphrase: 'That passphrase does not open it.',
  disconnect: 'Disconnect',
  disconnectText: 'The key is erased from this browser. What becomes of the commissions it has brought?',
  keepRows: 'Disconnect and keep its commissions',
  dropRows: 'Disconnect and remove them',
  keepIt: 'Stay connected',
  disconnected: 'Disconnected. The key is erased; the commissions have stayed.',
  notDone: 'That did not work. Try again.',
  dropped: 'Disconnected. The key and the commissions it brought are gone.',
  owns: 'The files I import are of this account',
  ownsText:
    'Then both tell of the same money, and each day is counted from one of them: files first, where they cover it.',
  source: 'Source',
  state: 'State',
  back: 'Back to',
  upTo: 'Up to',
  wayNames: {
    spot: 'Spot and margin rebates',
    'usd-m': 'USD-M futures income',
    'coin-m': 'COIN-M futures income',
    mining: 'Mining rebates',
  } satisfies Record<StreamId, string>,
  rejected: (n: number) => `${counted(n, 'row')} could not be kept: the amount has more than 8 decimals.`,
};

export const REFUSED: Record<Refusal['is'], string> = {
  powers: 'Refused: this key can do more than read',
  signature: 'Binance does not accept the signature. The secret is not the one of this API key.',
  key: 'Binance does not accept this key: check the API key, its list of addresses, and that it may read.',
  unreadable: 'Binance’s answer about this key’s powers was not understood, so it is not used.',
  twice: 'This is the same Binance account as',
};

/** Sentences about what went wrong. */
export const FAULTY = {
  powers: (refused: string, powers: string) =>
    `${refused} (${powers}). Create one with “Enable Reading” alone.`,
  twice: (refused: string, label: string) => `${refused} “${label}”. Disconnect one of the two.`,
  again: (trouble: string, at: string) => `${trouble}. Tried again at ${at}.`,
  notStored: (trouble: string) => `${trouble}. Nothing was stored; try again.`,
  unknown: 'Something went wrong. Nothing was stored; try again.',
  waiting: 'Waiting',
  unread: 'Not read yet',
  fresh: 'Fresh',
  reading: (percent: string) => `Reading back, ${percent}`,
};

/** Why a connection is not used. */
function refusalText(refusal: Refusal): string {
  if (refusal.is === 'powers') {
    return FAULTY.powers(REFUSED.powers, refusal.powers.join(', '));
  }
  if (refusal.is === 'twice') return FAULTY.twice(REFUSED.twice, refusal.label);
  return REFUSED[refusal.is];
}

export const TROUBLE: Record<SyncTrouble, string> = {
  offline: 'Binance could not be reached',
  limited: 'Binance asked us to wait',
  banned: 'Binance has banned this address for a while, perhaps because of other programs',
  server: 'Binance is busy or failed',
  firewall: 'Binance’s firewall turned the request away',
  region: 'Binance does not answer in this region',
  unreadable: 'Binance’s answer was not understood',
  permission: 'This key may not read this. Others go on; check the key’s permissions at Binance',
  unavailable: 'Not available for this account',
  declined: 'Binance declined the request; perhaps this account is not in the programme',
  clock: 'This computer’s clock and Binance’s do not agree',
  moved: 'Rows kept arriving while they were read',
  internal: 'This browser could not keep what came; perhaps the disk is full. Nothing was half written',
};

/** What went wrong last, and when it is tried again. */
export function troubleText({ why, until }: NonNullable<StreamState['trouble']>, today: number): string {
  return FAULTY.again(TROUBLE[why], moment(until, today));
}

/** Why connecting did not work. Nothing was stored. */
export function connectFault(fault: ConnectFault | { is: 'failed' }): string {
  if (fault.is === 'away') return FAULTY.notStored(TROUBLE[fault.why]);
  return fault.is === 'refused' ? refusalText(fault.refusal) : FAULTY.unknown;
}

/** How a way is doing, in a word or two. */
export function wayText(
  way: StreamState | undefined,
  cursor: { first: number; done: boolean } | undefined,
  part: number,
): string {
  if (way?.trouble) return FAULTY.waiting;
  if (!cursor) return FAULTY.unread;
  return cursor.done ? FAULTY.fresh : FAULTY.reading(percent(Math.floor(part * 100), 0));
}

/** How a connection as a whole is doing. */
export function connectionText(state: SyncState, today: number): string | undefined {
  if (state.refused) return refusalText(state.refused);
  if (state.trouble) return troubleText(state.trouble, today);
  return undefined;
}

export const dayText = (at: number, today: number): string => day(dayOf(at), partsOf(today).year);
