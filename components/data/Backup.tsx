import { useState } from 'preact/hooks';
import { makeBackup } from '../../lib/state/backup';
import { exporting } from '../../lib/state/rows';
import { DATA } from '../../lib/text/data';
import { INCOME } from '../../lib/text/income';
import { saveFile } from '../controls/save-file';

/** Everything that is the user's in one file. */
export function Backup() {
  const [outcome, setOutcome] = useState('');
  const now = exporting.value;
  const save = async () => {
    setOutcome('');
    try {
      const backup = await makeBackup();
      if (!backup) return;
      saveFile(backup.name, backup.file);
      setOutcome(DATA.backupSaved);
    } catch (error) {
      setOutcome(DATA.backupFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <section class="panel box" aria-labelledby="backup-title">
      <div class="spread">
        <div>
          <h2 id="backup-title">{DATA.backup}</h2>
          <p class="note">{DATA.backupText}</p>
        </div>
        <span class="acts tight" role="status">
          {now ? INCOME.exporting(now.rows, now.part) : outcome}
          <button type="button" class="btn" disabled={now !== undefined} onClick={save}>
            {DATA.backupSave}
          </button>
        </span>
      </div>
    </section>
  );
}
