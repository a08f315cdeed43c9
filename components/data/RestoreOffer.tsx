import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { coveredDays } from '../../lib/domain/coverage';
import { progress } from '../../lib/state/commands';
import {
  answerOffer,
  leaveLocked,
  lockedBackup,
  offeredBackup,
  tryPassphrase,
} from '../../lib/state/receive-files';
import { BACKUP } from '../../lib/text/backup';
import { CONNECTIONS } from '../../lib/text/connections';
import { count, DASH, moment } from '../../lib/text/format';
import { span } from '../../lib/text/spans';

/** More codes than this are told by their number. */
const CODES_NAMED = 12;

/** What a dropped backup would bring, before anything is written; a locked one asks for its passphrase first. */
export function RestoreOffer({ today }: { today: number }) {
  if (lockedBackup.value) return <Passphrase />;
  const offer = offeredBackup.value;
  if (!offer) return null;
  const { name, head, kept, codes } = offer.backup;
  const isBusy = progress.value !== undefined;
  const covered = coveredDays(head.reaches);
  const named = codes.slice(0, CODES_NAMED).join(', ');
  return (
    <Asking label={BACKUP.restoreTitle(name)}>
      <h3>{BACKUP.restoreTitle(name)}</h3>
      <dl data-figures class="sources">
        <Fact name={BACKUP.restoreMade}>{head.made === undefined ? DASH : moment(head.made, today)}</Fact>
        <Fact name={BACKUP.restoreRows}>{head.rows === undefined ? DASH : count(head.rows)}</Fact>
        <Fact name={BACKUP.restoreTime}>{covered.map(days => span(days, today)).join('; ') || DASH}</Fact>
        <Fact name={BACKUP.restoreCodes}>
          {named || DASH}
          {codes.length > CODES_NAMED && ` … (${count(codes.length)})`}
        </Fact>
        <Fact name={BACKUP.restoreEntries}>{count(kept)}</Fact>
      </dl>
      <p class="note">{BACKUP.restoreText}</p>
      <div class="acts">
        <button type="button" class="btn primary" disabled={isBusy} onClick={() => answerOffer(true)}>
          {BACKUP.restoreBring}
        </button>
        <button type="button" class="btn" disabled={isBusy} onClick={() => answerOffer(false)}>
          {BACKUP.restoreLeave}
        </button>
      </div>
    </Asking>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A group that takes the focus when it comes, so that keys and screen readers are where the question is. */
function Asking({ label, children }: { label: string; children: ComponentChildren }) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="asking" role="group" aria-label={label} tabIndex={-1} ref={group}>
      {children}
    </div>
  );
}

function Passphrase() {
  const { file, isWrong } = lockedBackup.value!;
  const isBusy = progress.value !== undefined;
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    void tryPassphrase(passphrase);
  };
  return (
    <Asking label={BACKUP.backupLocked(file.name)}>
      <p>
        {BACKUP.backupLocked(file.name)}
        {isWrong && (
          <b class="error" role="alert">
            {' '}
            {CONNECTIONS.wrongPassphrase}
          </b>
        )}
      </p>
      <form class="inline-form" onSubmit={submit}>
        <label class="field grow">
          {CONNECTIONS.passphrase}
          <input
            class="input"
            type="password"
            autocomplete="off"
            value={passphrase}
            onInput={event => setPassphrase(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn primary" disabled={isBusy || passphrase === ''}>
          {CONNECTIONS.unlock}
        </button>
        <button type="button" class="btn" disabled={isBusy} onClick={leaveLocked}>
          {BACKUP.restoreLeave}
        </button>
      </form>
    </Asking>
  );
}
