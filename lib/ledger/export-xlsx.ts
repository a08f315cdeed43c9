import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import { marketOf } from '../domain/account';
import { exactDecimal } from '../domain/money';
import { csvMoment } from './export-csv';
import { rowAt } from './row-at';
import type { Block, RowNames } from './row-query';
import type { ExportAbout, RowSink } from './row-sink';

const COLUMNS = [
  'Time (UTC)',
  'Kind',
  'Order type',
  'Market',
  'Asset',
  'Amount',
  'Value',
  'Status',
  'Referral',
  'Sub-account',
  'Code',
];

/** Characters XML 1.0 cannot hold, and Excel's limit on a cell's text. */
const cell = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').slice(0, 32_767);

/**
 * A workbook: texts are text cells, which no spreadsheet evaluates; amounts are numbers of up to fifteen digits, as
 * the format has them, and text where that would round.
 */
export function xlsxSink(meaning: RowNames, about: ExportAbout): RowSink {
  const waiting: { block: Block; rows: Uint32Array }[] = [];
  async function* rows(): AsyncGenerator<CellValue[]> {
    for (const part of waiting.splice(0)) {
      for (const i of part.rows) {
        const row = rowAt(part.block, i, meaning);
        yield [
          csvMoment(row.time),
          row.kind,
          cell(row.type),
          marketOf(row.type),
          cell(row.asset),
          number(row.amount),
          row.value === undefined ? null : number(row.value),
          row.status,
          cell(row.referral),
          cell(row.sub),
          cell(row.code),
        ];
      }
    }
  }
  return {
    write: (block, all, from, to) => {
      waiting.push({ block, rows: all.subarray(from, to) });
    },
    finish: async (report, cancelled) => {
      const total = waiting.reduce((n, part) => n + part.rows.length, 0);
      let done = 0;
      async function* counted() {
        for await (const row of rows()) {
          if (done++ % 4096 === 0) {
            report(done / Math.max(1, total));
            await new Promise(turn => setTimeout(turn));
            if (cancelled()) throw new DOMException('cancelled', 'AbortError');
          }
          yield row;
        }
      }
      const parts: BlobPart[] = [];
      const stream = writeXlsxStream(counted(), {
        name: about.title.slice(0, 31),
        columns: COLUMNS.map(header => ({ header })),
        freezePane: { rows: 1 },
      });
      // A reader and no `for await`: streams can be iterated only since Chrome 124.
      const reader = stream.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value as Uint8Array<ArrayBuffer>);
      }
      return new Blob(parts, {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      });
    },
  };
}

function number(units: bigint): number | string {
  const text = exactDecimal(units);
  return text.replace(/\D|^-?0\.0*/g, '').length <= 15 ? Number(text) : text;
}
