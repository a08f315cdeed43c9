/** Named entities that articles use; everything else comes as a number or stays as it is. */
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'br',
  'table',
  'ul',
  'ol',
]);
/** A real article has some thousand nodes; deeper or longer ones are cut. */
const MOST_NODES = 200_000;

/**
 * The plain text of an article's body: a tree of nodes as JSON text (docs/facts/binance.md §4.2). Walked as data and
 * never as HTML, so nothing in it can run. Cells of a table row are separated by ` | `.
 * @returns undefined for what is no such tree.
 */
export function articleText(body: string): string | undefined {
  let root: unknown;
  try {
    root = JSON.parse(body);
  } catch {
    // The caller counts what it could not read.
    return undefined;
  }
  if (typeof root !== 'object' || root === null) return undefined;
  let text = '';
  // A stack and not recursion: how deep it goes is not ours to say.
  const stack: (string | object)[] = [root];
  for (let n = 0; stack.length > 0 && n < MOST_NODES; n++) {
    const node = stack.pop()!;
    if (typeof node === 'string') {
      text += node;
      continue;
    }
    const { text: own, tag, child } = node as { text?: unknown; tag?: unknown; child?: unknown };
    if (typeof own === 'string') text += decoded(own);
    if (typeof tag === 'string' && BLOCKS.has(tag)) stack.push('\n');
    if (tag === 'td' || tag === 'th') stack.push(' | ');
    if (!Array.isArray(child)) continue;
    for (let i = child.length - 1; i >= 0; i--) {
      const next: unknown = child[i];
      if (typeof next === 'object' && next !== null) stack.push(next);
    }
  }
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
