export interface ChartSeries {
  name: string;
  /** Name of a colour token, such as `--spot`. */
  tone: string;
  values: number[];
}

export interface ChartBar {
  label: string;
  tick: string;
  /** Not over yet: drawn faded. */
  open: boolean;
  /** Nothing is known of it: drawn hatched. */
  dark: boolean;
}
