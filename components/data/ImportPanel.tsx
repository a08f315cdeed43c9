import { useEffect, useState } from 'preact/hooks';
import { cancelImport, progress, warmUp } from '../../lib/state/commands';
import { receiveFiles } from '../../lib/state/receive-files';
import type { ImportProgress } from '../../lib/sync/import-files';
import { DATA } from '../../lib/text/data';
import { RefusedFiles } from './RefusedFiles';
import { RestoreOffer } from './RestoreOffer';

/** Where exports come in: by choosing or by dropping. */
export function ImportPanel({ today }: { today: number }) {
  useEffect(warmUp, []);
  useEffect(keepDrops, []);
  return (
    <section class="panel box">
      <h2>{DATA.import}</h2>
      <p class="note">{DATA.importLead}</p>
      {progress.value ? <ImportProgressBar at={progress.value} /> : <Drop />}
      <RestoreOffer today={today} />
      <RefusedFiles />
    </section>
  );
}

/** A file dropped beside the zone would be opened in place of the page, and end a running import with it. */
function keepDrops(): () => void {
  const life = new AbortController();
  for (const event of ['dragover', 'drop']) {
    addEventListener(event, e => e.preventDefault(), { signal: life.signal });
  }
  return () => life.abort();
}

function Drop() {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the file field inside
    <div
      class={`drop ${over ? 'over' : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        void receiveFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <span class="muted">{DATA.drop}</span>
      <input
        id="import-files"
        type="file"
        multiple
        accept=".csv,.txt,.backup,text/csv,text/plain"
        aria-label={DATA.import}
        onChange={event => {
          const field = event.currentTarget;
          const files = [...(field.files ?? [])];
          // The same file chosen again must be a change again.
          field.value = '';
          void receiveFiles(files);
        }}
      />
      <label class="btn primary" for="import-files" aria-hidden="true">
        {DATA.choose}
      </label>
    </div>
  );
}

/** What an import is doing. Its lines keep their places, so that Cancel stays under the pointer. */
function ImportProgressBar({ at }: { at: ImportProgress | 'waiting' }) {
  const { phase, bytes, totalBytes, rows, elapsed } = at === 'waiting' ? WAITING : at;
  const share = totalBytes > 0 ? bytes / totalBytes : 0;
  const seconds = elapsed / 1000;
  const measured = seconds > 0.3 && share > 0.02;
  return (
    <div class="progress">
      <div class="line">
        <b role="status">{at === 'waiting' ? DATA.waiting : DATA.phases[phase]}</b>
        <span class="muted">{DATA.progressOf(bytes, totalBytes)}</span>
      </div>
      <progress max={1} value={share} aria-label={DATA.importing} />
      <div class="line">
        <span class="muted">
          {DATA.rows(rows)}
          {measured && ` · ${DATA.rate(rows / seconds)} · ${DATA.left((seconds / share) * (1 - share))}`}
        </span>
        <button type="button" class="btn" onClick={cancelImport}>
          {DATA.cancel}
        </button>
      </div>
    </div>
  );
}

const WAITING: ImportProgress = {
  phase: 'reading',
  file: 0,
  files: 0,
  bytes: 0,
  totalBytes: 0,
  rows: 0,
  elapsed: 0,
};
