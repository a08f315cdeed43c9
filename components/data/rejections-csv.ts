import type { FileRejection } from '../../lib/domain/receipt';
import { DATA, rejectionText } from '../../lib/text/data';

/** The raw row comes from anywhere: a spreadsheet must not run it, so what could be a formula starts with a quote. */
function cell(text: string): string {
  const risky = /^[\s\0]*[=+\-@＝＋－＠|%]/.test(text) || /[\r\n\t][=+\-@]/.test(text);
  return `"${(risky ? `'${text}` : text).replaceAll('"', '""')}"`;
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
