import { ConnectForm } from '../../../components/data/ConnectForm';
import { Connections } from '../../../components/data/Connections';
import type { Connection, SyncState } from '../../../lib/domain/connection';
import { DAY_MS } from '../../../lib/domain/day';
import { failed } from '../../../lib/domain/result';
import { syncRevision } from '../../../lib/platform/revision';
import { connections, draft, makesKeys, syncing } from '../../../lib/state/connections';
import { ledger, today } from '../../../lib/state/session';
import { changeSync, putConnection } from '../../../lib/store/connections';
import { openDatabase } from '../../../lib/store/schema';
import { CONNECTIONS } from '../../../lib/text/connections';
import { LONG, nothing, painted, press, send, type, until } from '../act';
import type { Shown, State } from '../catalogue';
import { answers, grants, never } from '../stand-ins/browser';
import { NOW } from '../stand-ins/moment';

const ID = '00000000-0000-4000-8000-000000000001';
const SEALED = { is: 'locked', sealed: { rounds: 1, salt: '', iv: '', data: '' } } as const;

/** An account that is asked, as the store has it. */
async function connected(state: SyncState, more: Partial<Connection> = {}): Promise<void> {
  const db = await openDatabase();
  const connection: Connection = {
    id: ID,
    label: 'Main account',
    addedAt: NOW,
    ownsExports: true,
    credential: { is: 'hmac', apiKey: '', key: {} as CryptoKey },
    ...more,
  };
  await putConnection(db, connection);
  await changeSync(db, ID, () => state);
  const { real } = ledger.peek()!.manifest.books;
  const read = { source: ID, first: NOW - 400 * DAY_MS, last: NOW, done: true };
  if (real) real.cursors = { [`${ID}/spot`]: read, [`${ID}/usd-m`]: { ...read, done: false } };
  await syncRevision.bump();
  await until('the connection', () => connections.value.length > 0);
}

const list = (before: () => unknown, more: Partial<State> = {}): State => ({
  view: () => <Connections today={today.value} />,
  book: 'own',
  before,
  ...more,
});
const form = (more: Partial<State> = {}): State => ({
  view: () => (
    <section class="panel box">
      <ConnectForm again={undefined} first={false} close={nothing} />
    </section>
  ),
  ...more,
});

const FINE: SyncState = { checkedAt: NOW, ways: {} };
const LATER = { until: NOW + 3_600_000, tries: 2 };

/** Fills the form in and sends it. */
async function fill(): Promise<void> {
  await type('.input.mono', 'K'.repeat(64));
  await type('[type="password"]', 'S'.repeat(64));
  await type('.field:last-child [type="password"]', 'a passphrase');
  await painted();
  await send();
}

export default {
  Connections: {
    none: () => <Connections today={today.value} />,
    fine: list(() => connected(FINE)),
    busy: list(async () => {
      await connected(FINE);
      syncing.value = true;
    }),
    locked: list(() => connected(FINE, { credential: SEALED })),
    'wrong passphrase': list(() => connected(FINE, { credential: SEALED }), {
      after: async () => {
        answers.unlock = async () => failed({ is: 'wrong passphrase' });
        await type('[type="password"]', 'no');
        await send('.unlock');
        await until('the refusal', () => document.querySelector('.error'));
      },
    }),
    refused: list(() => connected({ ...FINE, refused: { is: 'powers', powers: ['enableWithdrawals'] } })),
    failed: list(() =>
      connected({
        ...FINE,
        trouble: { why: 'banned', ...LATER },
        ways: { spot: { at: NOW, trouble: { why: 'permission', ...LATER }, rejected: 12 } },
      }),
    ),
    disconnected: list(() => connected(FINE, { credential: { is: 'none' } })),
    leaving: list(() => connected(FINE), { after: () => press('button', CONNECTIONS.disconnect) }),
    long: list(() => connected(FINE, { label: LONG })),
  },
  ConnectForm: {
    new: form(),
    first: form({ view: () => <ConnectForm again={undefined} first close={nothing} /> }),
    'a key pair': form({
      before: () => {
        draft.value = { id: ID, publicKey: `-----BEGIN PUBLIC KEY-----\n${LONG}\n-----END PUBLIC KEY-----` };
      },
      after: () => press('#how-key-pair'),
    }),
    'no key pairs here': form({
      before: () => {
        makesKeys.value = false;
      },
    }),
    incomplete: form({ after: () => send() }),
    busy: form({
      before: () => {
        answers.connect = never;
      },
      after: fill,
    }),
    'hosts denied': form({
      before: () => {
        grants.all = false;
      },
      after: fill,
    }),
    failed: form({
      before: () => {
        const powers = ['enableWithdrawals', 'enableFutures'];
        answers.connect = async () => failed({ is: 'refused', refusal: { is: 'powers', powers } });
      },
      after: fill,
    }),
  },
} satisfies Shown;
