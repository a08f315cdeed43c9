/** What the background tells a content script: a text for the clipboard, and what to say of it. */
export interface ToGuest {
  is: 'copy';
  text: string;
  /** What is said where it is copied; undefined: it is only shown, to be copied by hand. */
  copied?: string;
  /** What is said where it has to be copied by hand. */
  refused: string;
}

/** By hand and not with zod: zod is larger than the whole content script. @returns undefined for what is no message. */
export function parseToGuest(raw: unknown): ToGuest | undefined {
  const { is, text, copied, refused } = (raw ?? {}) as Record<keyof ToGuest, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string';
  if (is !== 'copy' || !isText(text) || !isText(refused)) return undefined;
  if (copied !== undefined && !isText(copied)) return undefined;
  return { is, text, refused, ...(copied !== undefined && { copied }) };
}
