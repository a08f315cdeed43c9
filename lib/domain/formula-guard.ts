/**
 * Texts that come from files must never be read as formulas by a spreadsheet. A risky one gets an apostrophe in front,
 * which spreadsheets show as text; what begins with apostrophes and is risky behind them gets one more, so that the
 * guard can be taken off again without loss.
 */
const RISKY =
  /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@|%＝＋－＠]|^[\t\r\n\u0000]|[\r\n\t\u0000]\s*[=+\-@＝＋－＠]/;

const APOSTROPHES = /^'+/;

export function guardFormula(text: string): string {
  return RISKY.test(text.replace(APOSTROPHES, '')) ? `'${text}` : text;
}

/** What `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return APOSTROPHES.test(text) && RISKY.test(text.replace(APOSTROPHES, '')) ? text.slice(1) : text;
}
