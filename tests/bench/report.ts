import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Result {
  name: string;
  value: number;
  unit: string;
  peer?: string;
  ratio?: number;
  limit?: string;
}

const asJson = process.argv.includes('--json');
const results: Result[] = [];
/** Says what is being done, to somebody who watches. */
export const note = (text: string) => asJson || console.log(text);
/** Takes a result in; with `--json` it is printed at once. */
export const add = (result: Result) => {
  const rounded = { ...result, value: Number(result.value.toPrecision(4)) };
  if (result.ratio !== undefined) rounded.ratio = Number(result.ratio.toPrecision(3));
  results.push(rounded);
  if (asJson) console.log(JSON.stringify(rounded));
};

/** kB of files as they are served. */
export const gzipped = (files: string[]) =>
  files.reduce((n, file) => n + gzipSync(readFileSync(file)).length, 0) / 1024;

/** Prints all results for a reader; with `--json` they have been printed. */
export function printAll(): void {
  if (asJson) return;
  console.log('');
  for (const { name, value, unit, peer, ratio, limit } of results) {
    console.log(
      `${name}\n    ${value} ${unit}${ratio === undefined ? '' : `, ${ratio} ×`}${peer ? ` (${peer})` : ''}${limit ? `   limit ${limit}` : ''}`,
    );
  }
}
