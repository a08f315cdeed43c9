import type { Corner, PressForm } from './press-choices';

/** What our elements on a page of Binance know: public links and choices, never a figure or a secret. */
export interface GuestData {
  /** The user has agreed and wants our buttons here. */
  on: boolean;
  codes: string[];
  /** The code links are made with: the one used last here, else the default. */
  code?: string;
  /** What the user calls their codes. */
  labels?: Record<string, string>;
  /** What one press copies. */
  form: PressForm;
  /** Where the pill was put. */
  corner: Corner;
  disclosure: string;
  autoAppend: boolean;
  /** What our elements say, in the user's language; absent: in English. */
  words?: Record<string, string>;
}
