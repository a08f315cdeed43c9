import { isCopyKind } from '../../lib/domain/file-kinds';
import { exactDecimal } from '../../lib/domain/money';
import { type FileReceipt, REJECTIONS_KEPT, type Receipt } from '../../lib/domain/receipt';
import { lastDrop, progress, readAgain, undoImport } from '../../lib/state/commands';
import { zoneName } from '../../lib/text/amounts';
import { DATA, lookalikeText, rejectionText } from '../../lib/text/data';
import { BASE, count, DASH, exactMoney, moment, money } from '../../lib/text/format';
import { saveFile } from '../controls/save-file';
import { MissingRows } from './MissingRows';
import { rejectionsCsv } from './rejections-csv';

const FIGURES = ['read', 'added', 'known', 'rejected', 'unpriced'] as const;
const SHOWN = 20;

/** What one import did. The newest one can be undone. */
export function ReceiptPanel({
  receipt,
  newest,
  today,
}: {
  receipt: Receipt;
  newest: boolean;
  today: number;
}) {
  return (
    <section class="receipt" aria-label={DATA.receipt}>
      <div class="spread">
        <h2>
          {DATA.receiptSummary(receipt.added, receipt.known, receipt.rejected)}{' '}
          <span class="muted">{moment(receipt.at, today)}</span>
        </h2>
        {newest && (
          <button type="button" class="btn" onClick={() => undoImport(receipt.batch)}>
            {DATA.undo}
          </button>
        )}
      </div>
      <dl data-figures class="tally">
        {FIGURES.map(name => (
          <div key={name} title={DATA.figureWhy[name]}>
            <dt>{DATA.figures[name]}</dt>
            <dd>
              <data data-receipt={name} value={String(receipt[name])}>
                {count(receipt[name])}
              </data>
            </dd>
          </div>
        ))}
      </dl>
      <Files files={receipt.files} today={today} />
      <OtherOperations files={receipt.files} />
      {receipt.repeated > 0 && <p class="note">{DATA.repeated(receipt.repeated)}</p>}
      {receipt.files.map(
        (file, index) =>
          !file.refused &&
          file.zones && (
            <p key={index} class="note">
              {DATA.zones(file.name, zoneName(file.zones.believed), zoneName(file.zones.other))}{' '}
              {newest && <ReadAgain batch={receipt.batch} index={index} zone={file.zones.other} />}
            </p>
          ),
      )}
      {receipt.files.map(
        (file, index) =>
          !file.refused &&
          isCopyKind(file.of) && (
            <p key={index} class="note">
              {DATA.copySaved(file.name)}
            </p>
          ),
      )}
      {receipt.seams?.map(({ files: [one, other], moment: at, rows }) => (
        <p key={`${one} ${other}`} class="note">
          {DATA.seam(rows, receipt.files[one].name, receipt.files[other].name, moment(at, today))}
        </p>
      ))}
      {receipt.met && <p class="note">{DATA.met(receipt.met.rows, moment(receipt.met.moment, today))}</p>}
      {receipt.returned && <p class="note">{DATA.returned(receipt.returned)}</p>}
      {receipt.lacking > 0 && <MissingRows receipt={receipt} today={today} />}
      {receipt.rejected > 0 && <Rejections receipt={receipt} />}
    </section>
  );
}

/** Offers the other zone of a file, as long as the page has the batch's files at hand. */
function ReadAgain({ batch, index, zone }: { batch: string; index: number; zone: number }) {
  if (lastDrop.value?.batch !== batch) return <>{DATA.rereadHow}</>;
  return (
    <button
      type="button"
      class="link-button"
      disabled={progress.value !== undefined}
      onClick={() => readAgain(batch, index, { zone })}
    >
      {DATA.readAs(zoneName(zone))}
    </button>
  );
}

function Files({ files, today }: { files: FileReceipt[]; today: number }) {
  return (
    <div class="wide-table">
      <table data-figures>
        <thead>
          <tr>
            <th scope="col">{DATA.file}</th>
            <th scope="col">{DATA.fileRows}</th>
            <th scope="col">{DATA.fileValue}</th>
            <th scope="col">{DATA.fileReferrals}</th>
            <th scope="col">{DATA.fileFirst}</th>
            <th scope="col">{DATA.fileLast}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file, i) => (
            <tr key={i}>
              <td class="file-name" title={file.name}>
                {file.name}
                {!file.refused && file.of === 'copy' && <span class="muted"> · {DATA.fileOf.copy}</span>}
              </td>
              {file.refused ? (
                <td class="text" colSpan={5}>
                  {lookalikeText(file.refused)}
                </td>
              ) : (
                <>
                  <td>{count(file.rows)}</td>
                  {file.of === 'statement' || file.of === 'statement-copy' ? (
                    <td class="text" colSpan={2}>
                      {[DATA.fileOf[file.of], ...(file.accounts ?? [])].join(' · ')}
                    </td>
                  ) : (
                    <>
                      <td title={exactMoney(file.sum, BASE)}>
                        <data value={exactDecimal(file.sum)}>{money(file.sum, 2)}</data>
                      </td>
                      <td>{count(file.referrals)}</td>
                    </>
                  )}
                  <td>{file.first === undefined ? DASH : moment(file.first, today)}</td>
                  <td>{file.last === undefined ? DASH : moment(file.last, today)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands in statements and was not taken, by the names Binance gives it. */
function OtherOperations({ files }: { files: FileReceipt[] }) {
  const all = new Map<string, number>();
  for (const file of files) {
    for (const [name, rows] of Object.entries((!file.refused && file.others) || {})) {
      all.set(name, (all.get(name) ?? 0) + rows);
    }
  }
  if (all.size === 0) return null;
  const named = [...all].sort((a, b) => b[1] - a[1]);
  return (
    <details class="note">
      <summary>{DATA.otherOperations(named.reduce((n, [, rows]) => n + rows, 0))}</summary>
      <ul class="inline-list">
        {named.slice(0, SHOWN * 2).map(([name, rows]) => (
          <li key={name}>
            {name}: <b>{count(rows)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Rejections({ receipt }: { receipt: Receipt }) {
  const { rejections, rejected } = receipt;
  return (
    <details style={{ marginTop: '12px' }}>
      <summary>{DATA.rejections(rejected)}</summary>
      <div class="wide-table">
        <table data-figures>
          <thead>
            <tr>
              <th scope="col">{DATA.file}</th>
              <th scope="col">{DATA.line}</th>
              <th scope="col" class="text">
                {DATA.column}
              </th>
              <th scope="col" class="text">
                {DATA.reason}
              </th>
            </tr>
          </thead>
          <tbody>
            {rejections.slice(0, SHOWN).map(r => (
              <tr key={`${r.file}:${r.line}`}>
                <td class="file-name" title={r.file}>
                  {r.file}
                </td>
                <td>{count(r.line)}</td>
                <td class="text">{r.column || DATA.wholeRow}</td>
                <td class="text">{rejectionText(r.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {rejections.length > SHOWN && `${DATA.moreRejections(rejections.length - SHOWN)}. `}
        {rejected > REJECTIONS_KEPT && DATA.onlyFirst(REJECTIONS_KEPT)}
      </p>
      <div class="acts">
        <button
          type="button"
          class="btn"
          onClick={() =>
            saveFile('rejected-rows.csv', new Blob([rejectionsCsv(rejections)], { type: 'text/csv' }))
          }
        >
          {DATA.download}
        </button>
      </div>
    </details>
  );
}
