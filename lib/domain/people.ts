import type { Selection } from './cells';
import { type Countries, UNKNOWN } from './country';
import { memoBy, weakMemo } from './memo';
import {
  codeAt,
  type Narrowing,
  narrowingKey,
  PARTY_DIMENSION_NAMES,
  partyTest,
  rowNarrowing,
} from './narrowing';
import { PartySet } from './party-set';
import { type Crowd, crowdOf, type Parties, type Registrations, registrationsOf } from './referral';

/** Everybody a book names, and whom of them a narrowing leaves. What has been worked out is kept. */
export class People {
  readonly crowd: Crowd;
  readonly #untold: Countries;

  /** @param codes texts of the dictionary's codes. */
  constructor(
    readonly parties: Parties,
    private readonly codes: readonly string[],
  ) {
    this.crowd = crowdOf(parties);
    this.#untold = { list: [UNKNOWN], of: new Uint16Array(parties.referrals) };
  }

  /** Sets are kept, because they keep what rollups hold of them. */
  #sets = weakMemo((countries: Countries) =>
    memoBy(
      (by: Narrowing) => narrowingKey(by, PARTY_DIMENSION_NAMES),
      by => {
        const { parties, codes } = this;
        const accepts = partyTest(by, { parties, codes, countries });
        return { set: accepts && PartySet.where(parties, accepts) };
      },
    ),
  );

  #registrations = weakMemo((left: PartySet | Parties) =>
    registrationsOf(this.parties, left instanceof PartySet ? party => left.has(party) : undefined),
  );

  /**
   * Whom a narrowing leaves, and when they registered.
   * @param countries needed only where the narrowing names one; without them nobody's is known.
   */
  narrowed(
    by: Narrowing,
    countries: Countries = this.#untold,
  ): { select: Selection; registrations: Registrations } {
    const { code } = by;
    // What needs no countries is the same whatever they are.
    const setOf = this.#sets(by.country === undefined ? this.#untold : countries);
    const people = setOf(by).set;
    // Rollups have sums by code already, and a country's serve all its codes.
    const among = setOf({ ...by, code: undefined }).set;
    return {
      select: {
        ...rowNarrowing(by),
        ...(code !== undefined && { code: codeAt(this.codes, code) }),
        ...(among && { among }),
        ...(people && { people }),
      },
      registrations: this.#registrations(people ?? this.parties),
    };
  }
}
