import { useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/ledger/export-formats';
import { aboutExport, everything, rowQuery } from '../../lib/state/income-rows';
import { cancelExport, exportFile, exporting } from '../../lib/state/rows';
import { INCOME } from '../../lib/text/income';
import { Menu } from '../controls/Menu';
import { saveFile } from '../controls/save-file';

type Choice = `${'shown' | 'all'}-${ExportFormat}`;

const ITEMS = (['shown', 'all'] as const).flatMap(what =>
  EXPORT_FORMATS.map(format => ({
    value: `${what}-${format}` as Choice,
    label: INCOME.exportAs(what === 'shown' ? INCOME.exportShown : INCOME.exportAll, INCOME.formats[format]),
  })),
);

/** Writes rows to a file, with progress and a way out. */
export function ExportMenu() {
  const [outcome, setOutcome] = useState('');
  const run = async (choice: Choice) => {
    const [what, format] = choice.split('-') as ['shown' | 'all', ExportFormat];
    const all = what === 'all';
    const query = all ? everything() : rowQuery.peek();
    if (!query) return;
    setOutcome('');
    const { about, name } = aboutExport(query, all, Date.now());
    try {
      const made = await exportFile(query, format, about);
      if (made) saveFile(`${name}.${format}`, made.file);
      setOutcome(made ? INCOME.exported : INCOME.exportCancelled);
    } catch (error) {
      setOutcome(INCOME.exportFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  const now = exporting.value;
  if (now) {
    return (
      <span class="exporting" role="status">
        {INCOME.exporting(now.rows, now.part)}
        <button type="button" class="btn small" onClick={cancelExport}>
          {INCOME.cancel}
        </button>
      </span>
    );
  }
  return (
    <>
      {outcome && (
        <span class="note" role="status">
          {outcome}
        </span>
      )}
      <Menu label={INCOME.export} name="export" spoken items={ITEMS} onPick={run}>
        {INCOME.export}
      </Menu>
    </>
  );
}
