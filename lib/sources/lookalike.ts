import type { Lookalike } from '../domain/receipt';

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);

/** Judges the first bytes of a file; undefined if it may be a text of some encoding. */
export function looksLike(head: Uint8Array): Lookalike | undefined {
  if (head.length === 0) return 'empty';
  if (starts(head, 0x50, 0x4b, 3, 4)) return 'zip';
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) return 'utf-16';
  const text = new TextDecoder('latin1').decode(head.subarray(0, 512)).replace(/^ï»¿/, '').trimStart();
  if (text === '') return 'empty';
  if (text.startsWith('<')) return 'html';
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  return head.subarray(0, 512).includes(0) ? 'binary' : undefined;
}

/** Judges a header line that has not the columns of a commission export (docs/facts/binance.md §2.2, §2.3). */
export function headerLooksLike(columns: string[]): Lookalike {
  const has = (...names: string[]) => names.every(name => columns.includes(name));
  if (columns.some(c => c.startsWith('realized_amount_for')) || has('primary_asset')) return 'binance-us';
  if (has('operation') && (has('coin') || has('change'))) return 'statement';
  if (columns.some(c => /^(utc_time|time|tiempo|tempo)$/.test(c)) && has('remark')) return 'statement';
  if (columns.some(c => /^operaci[oó]n$|^opera[cç][aã]o$/.test(c))) return 'statement';
  if (has('pair', 'side') || has('market', 'type', 'price')) return 'trades';
  if (has('transaction id') || has('income type')) return 'futures-income';
  return 'unknown-csv';
}
