/** What the background tells a content script: a text for the clipboard. */
export interface ToGuest {
  is: 'copy';
  text: string;
}

/** By hand and not with zod: zod is larger than the whole content script. @returns undefined for what is no message. */
export function parseToGuest(raw: unknown): ToGuest | undefined {
  if (typeof raw !== 'object' || raw === null || !('is' in raw) || !('text' in raw)) return undefined;
  const { is, text } = raw;
  return is === 'copy' && typeof text === 'string' ? { is, text } : undefined;
}
