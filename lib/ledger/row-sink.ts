import type { Block } from './row-query';

/** What an export says of itself. */
export interface ExportAbout {
  title: string;
  zone: 'UTC';
  currency: string;
  filters: Record<string, string>;
  made: string;
}

/** Where rows of an export go. */
export interface RowSink {
  write(block: Block, rows: Uint32Array, from: number, to: number): void;
  /** @param report takes the part done of what is left to do. */
  finish(report: (part: number) => void, cancelled: () => boolean): Promise<Blob>;
}
