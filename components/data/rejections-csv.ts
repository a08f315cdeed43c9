import { guardFormula } from '../../lib/domain/formula-guard';
import type { FileRejection } from '../../lib/domain/receipt';
import { DATA, rejectionText } from '../../lib/text/data';

/** The raw row comes from anywhere. */
function cell(text: string): string {
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}

/** Rejected rows with where and why, as CSV. */
export function rejectionsCsv(rejections: FileRejection[]): string {
  const head = [DATA.file, DATA.line, DATA.column, DATA.reason, DATA.rawRow].map(cell).join(',');
  const lines = rejections.map(r =>
    [cell(r.file), r.line, cell(r.column || DATA.wholeRow), cell(rejectionText(r.reason)), cell(r.raw)].join(
      ',',
    ),
  );
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}
