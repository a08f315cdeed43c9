import { marketOf } from '../domain/account';
import { exactDecimal } from '../domain/money';
import { rowAt } from './row-at';
import type { Block, RowNames } from './row-query';
import type { ExportAbout, RowSink } from './row-sink';

/** A JSON document: what was asked for in `about`, then the rows. Ids are text, numbers are exact literals. */
export function jsonSink(meaning: RowNames, about: ExportAbout): RowSink {
  const parts: BlobPart[] = [`{"about":${JSON.stringify(about)},"rows":[`];
  let first = true;
  const write = (block: Block, rows: Uint32Array, from: number, to: number) => {
    let text = '';
    for (let n = from; n < to; n++) {
      const row = rowAt(block, rows[n], meaning);
      const value = row.value === undefined ? 'null' : exactDecimal(row.value);
      text += `${first ? '' : ','}\n{"time":${JSON.stringify(new Date(row.time).toISOString())},"kind":"${row.kind}","type":${JSON.stringify(row.type)},"market":"${marketOf(row.type)}","asset":${JSON.stringify(row.asset)},"amount":${exactDecimal(row.amount)},"value":${value},"status":"${row.status}","referral":${JSON.stringify(row.referral)},"sub":${JSON.stringify(row.sub)},"code":${JSON.stringify(row.code)}}`;
      first = false;
    }
    // A blob may go to the disk; strings would stay in memory to the end.
    parts.push(new Blob([text]));
  };
  return {
    write,
    finish: async () => {
      parts.push('\n]}\n');
      return new Blob(parts, { type: 'application/json' });
    },
  };
}
