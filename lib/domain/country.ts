/** The group of referrals whose country nobody has told. A group like any other, never left out. */
export const UNKNOWN = 'unknown';

/** What the user has told about countries: by referral, and by code where a channel has one country. */
export interface CountryMapping {
  byReferral: ReadonlyMap<string, string>;
  byCode: ReadonlyMap<string, string>;
}

export const NO_MAPPING: CountryMapping = { byReferral: new Map(), byCode: new Map() };

/** The country of every referral of a source. */
export interface Countries {
  /** `list[0]` is UNKNOWN. */
  list: string[];
  /** Referral → position in `list`. */
  of: Uint16Array;
}
