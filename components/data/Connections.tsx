import { useState } from 'preact/hooks';
import { momentOf } from '../../lib/domain/day';
import { STREAM_IDS, streamOf } from '../../lib/domain/income-streams';
import {
  type ConnectionView,
  connections,
  cursorsOf,
  disconnect,
  lockConnection,
  setOwner,
  syncing,
  syncNow,
  unlockConnection,
} from '../../lib/state/connections';
import { CONNECTIONS, connectionText, dayText, troubleText, wayText } from '../../lib/text/connections';
import { DASH, moment } from '../../lib/text/format';
import { ConnectForm } from './ConnectForm';

/** Accounts of Binance that are asked every hour: how each is doing, and what to do about it. */
export function Connections({ today }: { today: number }) {
  const [adding, setAdding] = useState<string | undefined>();
  const all = connections.value;
  const live = all.some(c => c.how !== 'none');
  return (
    <section class="panel box" aria-labelledby="accounts-title">
      <div class="spread">
        <div class="lead-block">
          <h2 id="accounts-title">{CONNECTIONS.title}</h2>
          <p class="note">{CONNECTIONS.intro}</p>
        </div>
        <div class="acts flush">
          {live && (
            <button type="button" class="btn" disabled={syncing.value} onClick={syncNow}>
              {syncing.value ? CONNECTIONS.syncing : CONNECTIONS.syncNow}
            </button>
          )}
          {adding === undefined && (
            <button type="button" class={live ? 'btn' : 'btn primary'} onClick={() => setAdding('')}>
              {CONNECTIONS.connectAccount}
            </button>
          )}
        </div>
      </div>
      {adding !== undefined && (
        <ConnectForm
          key={adding}
          again={all.find(c => c.id === adding)}
          first={all.length === 0}
          close={() => setAdding(undefined)}
        />
      )}
      {all.map(connection => (
        <One key={connection.id} connection={connection} today={today} again={setAdding} />
      ))}
    </section>
  );
}

interface OneProps {
  connection: ConnectionView;
  today: number;
  again: (id: string) => void;
}

function One({ connection, today, again }: OneProps) {
  const [leaving, setLeaving] = useState(false);
  const { id, label, how, state, ownsExports, unlockedUntil } = connection;
  const cursors = cursorsOf(id);
  const isLocked = how === 'locked' && unlockedUntil === undefined;
  const trouble = how === 'none' ? undefined : connectionText(state, today);
  return (
    <article class="connection" aria-label={label}>
      <div class="spread">
        <h3>
          {label} <span class="chip">{CONNECTIONS.chips[how]}</span>
        </h3>
        <div class="acts flush">
          {how === 'locked' && unlockedUntil !== undefined && (
            <>
              <span class="note">{CONNECTIONS.unlockedUntil(moment(unlockedUntil, today))}</span>
              <button type="button" class="btn small" onClick={() => lockConnection(id)}>
                {CONNECTIONS.lock}
              </button>
            </>
          )}
          {(how === 'none' || state.refused) && (
            <button type="button" class="btn small" onClick={() => again(id)}>
              {CONNECTIONS.connectAgain}
            </button>
          )}
          {!leaving && (
            <button type="button" class="btn small" onClick={() => setLeaving(true)}>
              {CONNECTIONS.disconnect}
            </button>
          )}
        </div>
      </div>
      {leaving && <Leave connection={connection} close={() => setLeaving(false)} />}
      {isLocked && <Unlock id={id} />}
      {trouble && (
        <p class="notice bad" role="status">
          <span class="grow">{trouble}</span>
        </p>
      )}
      <div class="scroll">
        <table data-figures class="ways">
          <thead>
            <tr>
              <th scope="col">{CONNECTIONS.source}</th>
              <th scope="col" class="text">
                {CONNECTIONS.state}
              </th>
              <th scope="col">{CONNECTIONS.back}</th>
              <th scope="col">{CONNECTIONS.upTo}</th>
            </tr>
          </thead>
          <tbody>
            {STREAM_IDS.map(stream => {
              const cursor = cursors[stream];
              const own = state.ways[stream];
              const earliest = streamOf(stream).earliest(momentOf(today));
              const part = cursor ? (cursor.last - cursor.first) / (cursor.last - earliest) : 0;
              return (
                <tr key={stream}>
                  <td>{CONNECTIONS.wayNames[stream]}</td>
                  <td class="text">
                    {isLocked ? CONNECTIONS.locked : wayText(own, cursor, Math.min(part, 0.99))}
                    {own?.trouble && <small class="muted"> {troubleText(own.trouble, today)}</small>}
                    {own?.rejected && <small class="muted"> {CONNECTIONS.rejected(own.rejected)}</small>}
                  </td>
                  <td>{cursor ? dayText(cursor.first, today) : DASH}</td>
                  <td>{cursor ? moment(cursor.last, today) : DASH}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={ownsExports}
          onChange={event => setOwner(id, event.currentTarget.checked)}
        />
        <span>
          <b>{CONNECTIONS.owns}</b>
          <small>{CONNECTIONS.ownsText}</small>
        </span>
      </label>
    </article>
  );
}

function Leave({ connection: { id, how }, close }: { connection: ConnectionView; close: () => void }) {
  return (
    <div class="notice">
      <span class="grow">{CONNECTIONS.disconnectText}</span>
      {how !== 'none' && (
        <button type="button" class="btn" onClick={() => disconnect(id, 'keep')}>
          {CONNECTIONS.keepRows}
        </button>
      )}
      <button type="button" class="btn danger" onClick={() => disconnect(id, 'drop')}>
        {CONNECTIONS.dropRows}
      </button>
      <button type="button" class="btn" onClick={close}>
        {CONNECTIONS.keepIt}
      </button>
    </div>
  );
}

function Unlock({ id }: { id: string }) {
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = passphrase;
    setPassphrase('');
    setWrong(!(await unlockConnection(id, typed)));
  };
  return (
    <form class="notice unlock" onSubmit={submit}>
      <span class="grow">
        {CONNECTIONS.lockedText}
        {wrong && (
          <b class="error" role="alert">
            {' '}
            {CONNECTIONS.wrongPassphrase}
          </b>
        )}
      </span>
      <label class="field">
        {CONNECTIONS.passphrase}
        <input
          class="input"
          type="password"
          autocomplete="off"
          value={passphrase}
          onInput={event => setPassphrase(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn primary" disabled={passphrase === ''}>
        {CONNECTIONS.unlock}
      </button>
    </form>
  );
}
