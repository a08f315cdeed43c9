import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

/**
 * Privacy mode blurs what is marked: a <data>, an element with `data-figure`, the cells of one with `data-figures`
 * (components/tokens.css). Here every number that a component writes into its markup must stand in something marked.
 */
const COMPONENTS = resolve(import.meta.dirname, '../../components');
/**
 * What writes figures: functions of lib/text, and those of a component that are written with them. A change in per
 * cent stays readable: it names no amount.
 */
const WRITERS = ['money', 'moneyIn', 'count', 'percent'];

/** What may be written without a mark of its own, by file, and why. */
const ALLOWED: Record<string, string[]> = {
  // The tip of a chart is there only for who points at a bar.
  'chart/TrendPanel.tsx': ['show(line.values[index])', 'show(total)'],
  // How many lines of an operation a file has, and how many pasted ids are in a state.
  'data/ReceiptPanel.tsx': ['count(rows)'],
  'referrals/BatchCheck.tsx': ['count(n)'],
  // Cells of a VirtualTable, which marks them.
  'referrals/ReferralTable.tsx': ['money(within)', 'money(total)'],
};

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node) => Object.values(node).flat().filter(isNode);
const nameOf = (node: unknown) => (isNode(node) ? ((node.name as string | undefined) ?? '') : '');

function calls(node: Node, names: ReadonlySet<string>): boolean {
  if (node.type === 'CallExpression' && names.has(nameOf(node.callee))) return true;
  return node.type !== 'JSXElement' && childrenOf(node).some(child => calls(child, names));
}

/** The functions of a file that only write figures: `const show = (value) => money(value)`. */
function writersOf(program: Node): Set<string> {
  const names = new Set(WRITERS);
  const look = (node: Node) => {
    const { init } = node;
    if (node.type === 'VariableDeclarator' && isNode(init) && init.type === 'ArrowFunctionExpression')
      if (isNode(init.body) && init.body.type !== 'BlockStatement' && calls(init.body, names))
        names.add(nameOf(node.id));
    childrenOf(node).forEach(look);
  };
  look(program);
  return names;
}

function isMarked(element: Node): boolean {
  const opening = element.openingElement as Node & { attributes: Node[] };
  const attributes = opening.attributes.map(attribute => nameOf(attribute.name));
  return nameOf(opening.name) === 'data' || attributes.some(name => /^data-figures?$/.test(name));
}

/** Figures in the markup of a file that nothing marks, as they are written there. */
function unmarked(source: string): string[] {
  const { program } = parseSync('component.tsx', source) as unknown as { program: Node };
  const names = writersOf(program);
  const found: string[] = [];
  const look = (node: Node, inMarkup: boolean) => {
    if (node.type === 'JSXElement') {
      // What an attribute says is not on the screen.
      if (!isMarked(node)) for (const child of node.children as Node[]) look(child, true);
      return;
    }
    if (inMarkup && node.type === 'CallExpression' && names.has(nameOf(node.callee)))
      found.push(source.slice(node.start, node.end as number));
    for (const child of childrenOf(node)) look(child, inMarkup);
  };
  look(program, false);
  return found;
}

const FILES = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.tsx'))
  .map(file => file.replaceAll('\\', '/'));

test.each(FILES)('every figure of %s is blurred in privacy mode', file => {
  const source = readFileSync(join(COMPONENTS, file), 'utf8');
  expect(unmarked(source).filter(figure => !ALLOWED[file]?.includes(figure))).toEqual([]);
});

test('what is allowed is there', () => {
  for (const [file, figures] of Object.entries(ALLOWED)) {
    expect(unmarked(readFileSync(join(COMPONENTS, file), 'utf8'))).toEqual(figures);
  }
});

test('the check sees a figure that is not marked', () => {
  const card = (markup: string) => unmarked(`const show = v => money(v); const Card = () => ${markup};`);
  expect(card('<p>{money(sum)}</p>')).toEqual(['money(sum)']);
  expect(card('<p><b>{open ? show(sum) : DASH}</b></p>')).toEqual(['show(sum)']);
  expect(card('<ul>{rows.map(row => <li>{count(row)}</li>)}</ul>')).toEqual(['count(row)']);
  expect(card('<p title={money(sum)}>text</p>')).toEqual([]);
  expect(card('<p><data value="1">{money(sum)}</data></p>')).toEqual([]);
  expect(card('<p data-figure>{money(sum)}</p>')).toEqual([]);
  expect(card('<table data-figures><td>{money(sum)}</td></table>')).toEqual([]);
});
