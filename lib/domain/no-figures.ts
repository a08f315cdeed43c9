import type { Figures } from './metric';
import { crowdOf, type Parties } from './referral';

const NO_PARTIES: Parties = {
  referral: new Uint32Array(0),
  code: new Uint32Array(0),
  registration: new Float64Array(0),
  referrals: 0,
};

/** Where there is no ledger. */
export const NO_FIGURES: Figures = {
  rollups: new Map(),
  parties: NO_PARTIES,
  crowd: crowdOf(NO_PARTIES),
  registrations: { count: 0, moments: new Float64Array(0), of: new Float64Array(0) },
};
