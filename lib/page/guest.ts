import type { GuestData } from '../domain/guest-data';
import type { Corner } from '../domain/press-choices';

/** What our elements may ask for. */
export interface Guest {
  /** The extension was updated or turned off: what it has left here takes itself away. */
  isOver(): boolean;
  data(): Promise<GuestData | undefined>;
  openDashboard(hash: '' | '#/links'): void;
  /** Takes our elements away here: on this page, or on the whole site. */
  hide(where: 'page' | 'site'): void;
  /** Remembers the code used last. */
  use(code: string): void;
  /** Remembers where the pill was put. */
  put(corner: Corner): void;
  /** A QR code of the join link of a code: an SVG path and its side in modules. */
  qr(code: string): Promise<{ path: string; size: number } | undefined>;
}
