/** Whether a date's day or its month stands first. Spreadsheets write dates each in its country's way. */
export const DATE_ORDERS = ['day first', 'month first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What the user has said of a file that does not say it itself. */
export interface FileChoice {
  /** Of its times, ms east of UTC. */
  zone?: number;
  order?: DateOrder;
  /** Its rows are other payments than those they stand whole hours beside. */
  apart?: true;
}
