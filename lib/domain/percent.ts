/**
 * A part of a whole in percent, rounded half away from zero to the one decimal that is shown: rounding in two steps, or
 * in binary, is off by 0.1 once in twenty.
 * @param whole above 0
 */
export function percentOf(part: bigint, whole: bigint): number {
  const size = part < 0n ? -part : part;
  const tenths = (size * 2_000n + whole) / (2n * whole);
  return Number(part < 0n ? -tenths : tenths) / 10;
}
