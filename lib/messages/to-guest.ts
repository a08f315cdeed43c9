/** What the background tells a content script: a text for the clipboard, and what to say of it. */
export interface ToGuest {
  is: 'copy';
  text: string;
  /** Where it is copied. */
  copied: string;
  /** Where it has to be copied by hand. */
  refused: string;
}

/** By hand and not with zod: zod is larger than the whole content script. @returns undefined for what is no message. */
export function parseToGuest(raw: unknown): ToGuest | undefined {
  const { is, text, copied, refused } = (raw ?? {}) as Record<keyof ToGuest, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string';
  return is === 'copy' && isText(text) && isText(copied) && isText(refused)
    ? { is, text, copied, refused }
    : undefined;
}
