import type { TypeMark } from '../domain/dictionary';
import type { FileKindId } from '../domain/file-kinds';

interface RowOrigin {
  kind: FileKindId;
  /** As our own files write it. */
  word: string;
  mark: TypeMark;
}

/** Where rows come from. Our own files hold all of them; in any other all are of the first. */
export const ORIGINS = [
  { kind: 'export', word: 'export', mark: {} },
  { kind: 'credited', word: 'account', mark: { credited: true } },
  { kind: 'copy', word: 'copy', mark: { copied: true } },
] as const satisfies RowOrigin[];
export type OriginKind = (typeof ORIGINS)[number]['kind'];
export const ORIGIN_WORDS: string[] = ORIGINS.map(({ word }) => word);
