/** What a backup says of itself, so that a cut or changed one is known before anything is written. */
export interface BackupSeal {
  /** Length of what follows the first line. */
  bytes: number;
  /** SHA-256 of each piece of it. */
  pieces: string[];
  /** SHA-256 of the first line, with zeros in this place. */
  head: string;
}

/** Bytes hashed at once: a backup of millions of rows is larger than memory should hold. */
const PIECE = 4 << 20;
const ZEROS = '0'.repeat(64);

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

const hashOfText = (text: string) => sha256(new TextEncoder().encode(text));

async function hashesOf(blob: Blob): Promise<string[]> {
  const pieces: string[] = [];
  for (let at = 0; at < blob.size; at += PIECE) {
    pieces.push(await sha256(await blob.slice(at, at + PIECE).arrayBuffer()));
  }
  return pieces;
}

/** The first line of a backup with what must be true of it and of the rows behind it. */
export async function sealedHead(head: object, rows: Blob): Promise<string> {
  const whole: BackupSeal = { bytes: rows.size, pieces: await hashesOf(rows), head: ZEROS };
  const line = JSON.stringify({ ...head, whole });
  return line.replace(`"head":"${ZEROS}"`, `"head":"${await hashOfText(line)}"`);
}

/** Whether a backup is as it was written. One that says nothing of itself is of an older version and taken as it is. */
export async function isSealed(
  line: string,
  whole: Partial<BackupSeal> | null | undefined,
  rows: Blob,
): Promise<boolean> {
  if (whole === undefined) return true;
  const { bytes, pieces, head } = whole ?? {};
  if (rows.size !== bytes || !Array.isArray(pieces)) return false;
  if ((await hashOfText(line.replace(`"head":"${head}"`, `"head":"${ZEROS}"`))) !== head) return false;
  const found = await hashesOf(rows);
  return found.length === pieces.length && found.every((hash, i) => hash === pieces[i]);
}
