import type { Programme } from './bonus';

/** A campaign for affiliates only: a programme with tiers, and who may take part. `docs/exclusive-campaigns.md`. */
export interface ExclusiveCampaign extends Programme {
  /** Who may take part, in words. */
  eligibility?: string;
  url?: string;
}
