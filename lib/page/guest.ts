import type { PAGE } from '../text/campaign-pages';

/** What our elements on a page know: public links and choices, never a figure or a secret. */
export interface GuestData {
  /** The user has agreed and wants our buttons here. */
  on: boolean;
  codes: string[];
  /** The code links are made with: the one used last here, else the default. */
  code?: string;
  disclosure: string;
  autoAppend: boolean;
  /** What our elements say, in the user's language. */
  words?: typeof PAGE;
}

/** What our elements may ask for. */
export interface Guest {
  data(): Promise<GuestData | undefined>;
  openDashboard(hash: string): void;
  /** Takes our elements away here: on this page, or on the whole site. */
  hide(where: 'page' | 'site'): void;
  /** Remembers the code used last. */
  use(code: string): void;
  /** A QR code of the join link of a code: an SVG path and its side in modules. */
  qr(code: string): Promise<{ path: string; size: number } | undefined>;
}
