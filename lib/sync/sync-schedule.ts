import type { StreamState } from '../domain/connection';
import { DAY_MS } from '../domain/day';
import { type StreamId, streamOf } from '../domain/income-streams';

const LONGEST_AWAY = 3 * DAY_MS;

/** Whether a stream is to be asked again. A moment in the future is of a clock that has been set back. */
export const isDue = (stream: StreamId, state: StreamState | undefined, now: number) =>
  state?.at === undefined || now - state.at >= streamOf(stream).every || state.at > now;

/** In trouble, and not by a clock that has been set back since. */
export const isAway = (state: Pick<StreamState, 'trouble'> | undefined, now: number) =>
  state?.trouble !== undefined && now < state.trouble.until && state.trouble.until - now <= LONGEST_AWAY;
