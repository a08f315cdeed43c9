/** The first of `length` positions that is not before what is looked for; those before it stand first. */
export function firstNot(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending numbers are below `value`: the position of the first that is not. */
export const countBefore = (ascending: ArrayLike<number>, value: number): number =>
  firstNot(ascending.length, at => ascending[at] < value);
