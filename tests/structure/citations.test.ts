import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, ROOT, TOP_FOLDERS } from './project-files.ts';

/** The one form of a citation: `docs/facts/binance.md §1.3`, further sections of the file after `, `. */
const CITATION = /(?:docs\/facts\/([\w-]+)\.md )?(§\d+(?:\.\d+)?(?:, §\d+(?:\.\d+)?)*)/g;
/** Code names a file of facts only in a citation. */
const BARE = /facts\/[\w-]+\.md/g;
const OUTSIDE = /(?<![\w-])shared\/(?:facts|design|reviews|samples)/g;

const FACTS = new Map(
  filesIn('docs/facts', /\.md$/).map(file => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [file, new Set([...text.matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number))];
  }),
);

/** A comment's lines as one, so that a citation may be broken between them. */
const unwrapped = (text: string) => text.replace(/\n[ \t]*(?:\*|\/\/)?[ \t]*/g, ' ');

/** What is wrong with the citations of a text. Inside a file of facts, `§1.3` alone means its own section. */
function faults(file: string, text: string): string[] {
  const flat = unwrapped(text);
  const found: string[] = [];
  for (const [, name, list] of flat.matchAll(CITATION)) {
    const cited = name ? `docs/facts/${name}.md` : FACTS.has(file) ? file : undefined;
    for (const section of list.split(', ')) {
      if (!cited) found.push(`${file}: ${section} names no file`);
      else if (!FACTS.get(cited)?.has(section.slice(1))) found.push(`${file}: ${cited} has no ${section}`);
    }
  }
  for (const [outside] of flat.matchAll(OUTSIDE)) found.push(`${file}: ${outside} is outside the project`);
  if (/\.tsx?$/.test(file)) {
    for (const [bare] of flat.replace(CITATION, '').matchAll(BARE))
      found.push(`${file}: ${bare} names no section`);
  }
  return found;
}

const FILES = [
  ...TOP_FOLDERS.flatMap(folder => filesIn(folder, /\.(tsx?|md|css|html|yml)$/)),
  ...filesIn('.', /\.(ts|md|json)$/),
].filter(file => file !== 'tests/structure/citations.test.ts' && file !== 'package-lock.json');

describe('citations of facts', () => {
  test('each names a file and a section that are there', () => {
    const found = FILES.flatMap(file => faults(file, readFileSync(join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });

  test('code cites both files of facts', () => {
    const code = FILES.filter(file => /\.tsx?$/.test(file)).map(file =>
      readFileSync(join(ROOT, file), 'utf8'),
    );
    for (const file of ['docs/facts/binance.md', 'docs/facts/platform.md'])
      expect(code.filter(text => text.includes(`${file} §`)).length).toBeGreaterThan(2);
  });

  test.each([
    ['/** Made up (docs/facts/binance.md §9.9). */', 'docs/facts/binance.md has no §9.9'],
    ['/** A good one and a bad one (docs/facts/binance.md §1.3, §7). */', 'docs/facts/binance.md has no §7'],
    ['/** No such file (docs/facts/nowhere.md §1). */', 'docs/facts/nowhere.md has no §1'],
    ['/**\n * Over two lines (docs/facts/binance.md\n * §9.9).\n */', 'docs/facts/binance.md has no §9.9'],
    ['// See §1.3.', '§1.3 names no file'],
    ['// Measured (facts/platform.md).', 'facts/platform.md names no section'],
    ['// From ../shared/facts/binance.md §1.', 'shared/facts is outside the project'],
  ])('the check sees %j', (comment, fault) => {
    expect(faults('lib/domain/money.ts', comment)).toContain(`lib/domain/money.ts: ${fault}`);
  });

  test('a citation that is right is no fault', () => {
    expect(faults('lib/domain/money.ts', '/** (docs/facts/binance.md §1.3, §1.4). */')).toEqual([]);
    expect(faults('docs/facts/binance.md', 'as in §1.3 [B]')).toEqual([]);
  });
});
