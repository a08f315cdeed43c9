/** Ways to paste a link somewhere. What comes from outside is escaped in each of them. */
export const COPY_FORMATS = ['text', 'markdown', 'html', 'bbcode'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export interface CopyParts {
  title: string;
  /** A link built by lib/domain/link; nothing else may stand here. */
  link: string;
  /** What it is worth and until when; may be empty. */
  detail: string;
  disclosure: string;
  /** The title is somebody else's: our link stands before it, and what is an address in it can be pressed nowhere. */
  isForeign?: boolean;
}

/** One line, without characters that turn text around or hide in it. */
const oneLine = (text: string) =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
const html = (text: string) => oneLine(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
const markdown = (text: string) => oneLine(text).replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, '\\$&');
const bbcode = (text: string) => oneLine(text).replace(/[[\]]/g, c => (c === '[' ? '(' : ')'));

const WRITE: Record<CopyFormat, (parts: CopyParts) => string> = {
  text: ({ title, link, detail, disclosure, isForeign }) =>
    (isForeign ? [link, oneLine(title), oneLine(detail)] : [oneLine(title), oneLine(detail), link])
      .concat(oneLine(disclosure))
      .filter(Boolean)
      .join('\n'),
  markdown: ({ title, link, detail, disclosure }) =>
    [`[${markdown(title)}](${link})`, markdown(detail), disclosure && `*${markdown(disclosure)}*`]
      .filter(Boolean)
      .join('  \n'),
  html: ({ title, link, detail, disclosure }) =>
    [
      `<p><a href="${html(link)}" rel="sponsored noopener noreferrer">${html(title)}</a></p>`,
      detail && `<p>${html(detail)}</p>`,
      disclosure && `<p><small>${html(disclosure)}</small></p>`,
    ]
      .filter(Boolean)
      .join('\n'),
  bbcode: ({ title, link, detail, disclosure }) =>
    [`[url=${link}]${bbcode(title)}[/url]`, bbcode(detail), disclosure && `[i]${bbcode(disclosure)}[/i]`]
      .filter(Boolean)
      .join('\n'),
};

/** A text in which nothing is an address any more: a space behind `://`, and before a dot that a name follows. */
const withoutAddresses = (text: string) =>
  text.replace(/:\/\//g, ': //').replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu, ' .');

export function copyAs(format: CopyFormat, parts: CopyParts): string {
  const { title, detail, isForeign } = parts;
  if (!isForeign) return WRITE[format](parts);
  return WRITE[format]({ ...parts, title: withoutAddresses(title), detail: withoutAddresses(detail) });
}
