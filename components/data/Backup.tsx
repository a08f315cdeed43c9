import { useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/day';
import { makeBackup, noteBackup, remindOfBackups } from '../../lib/state/backup';
import { exporting } from '../../lib/state/rows';
import { settings } from '../../lib/state/session';
import { BACKUP } from '../../lib/text/backup';
import { INCOME } from '../../lib/text/income';
import { saveFile } from '../controls/save-file';

/** Everything that is the user's in one file. */
export function Backup({ today }: { today: number }) {
  const [outcome, setOutcome] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const now = exporting.value;
  const { backupAt, backupReminder } = settings.value;
  const save = async () => {
    setOutcome('');
    try {
      const backup = await makeBackup(passphrase);
      if (!backup) return;
      saveFile(backup.name, backup.file);
      setPassphrase('');
      setOutcome(BACKUP.backupSaved);
      await noteBackup();
    } catch (error) {
      setOutcome(BACKUP.backupFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <section class="panel box" aria-labelledby="backup-title">
      <div class="spread">
        <div>
          <h2 id="backup-title">{BACKUP.backup}</h2>
          <p class="note">{BACKUP.backupText}</p>
          <p class="note">
            {backupAt === undefined
              ? BACKUP.backupNever
              : BACKUP.backupAge(Math.max(0, today - dayOf(backupAt)))}
          </p>
          <label class="check">
            <input
              type="checkbox"
              checked={backupReminder}
              onChange={event => {
                void remindOfBackups(event.currentTarget.checked);
              }}
            />
            {BACKUP.backupRemind}
          </label>
        </div>
        <div class="backup-form">
          <label class="field" title={BACKUP.backupPassphraseWhy}>
            {BACKUP.backupPassphrase}
            <input
              class="input"
              type="password"
              autocomplete="new-password"
              value={passphrase}
              onInput={event => setPassphrase(event.currentTarget.value)}
            />
            {passphrase !== '' && <small>{BACKUP.backupPassphraseWhy}</small>}
          </label>
          <span class="acts tight" role="status">
            {now ? INCOME.exporting(now.rows, now.part) : outcome}
            <button type="button" class="btn" disabled={now !== undefined} onClick={save}>
              {BACKUP.backupSave}
            </button>
          </span>
        </div>
      </div>
    </section>
  );
}
