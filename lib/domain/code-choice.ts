interface Choice {
  codes: string[];
  defaultCode?: string;
  /** The code used last on a page. */
  lastCode?: string;
}

/** The code that links are made with: the one used last, as long as it is the user's, else the default. */
export function codeInUse({ codes, defaultCode, lastCode }: Choice): string | undefined {
  return lastCode && codes.includes(lastCode) ? lastCode : defaultCode;
}

/**
 * Remembers the code used last, if it is one of the user's. The default needs no remembering: another default must
 * count at once.
 */
export function rememberCode<T extends Choice>(
  { lastCode: _, ...choice }: T,
  code: string,
): T | Omit<T, 'lastCode'> {
  const isOther = choice.codes.includes(code) && code !== choice.defaultCode;
  return isOther ? { ...choice, lastCode: code } : choice;
}
