import type { MissingPart } from './missing';

/** Missing rows of one fate as a backup carries them: in the format of our own CSV. */
export interface CarriedMissing extends Pick<MissingPart, 'decided' | 'again'> {
  rows: string;
}
