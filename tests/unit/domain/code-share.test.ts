import { expect, test } from 'vitest';
import { codeShares } from '../../../lib/domain/code-share';
import { parseDay } from '../../../lib/domain/day';
import { Dictionary } from '../../../lib/domain/dictionary';
import { crowdOf, registrationsOf } from '../../../lib/domain/referral';

test('a friend who brings a sub-account is no new referral', () => {
  const dictionary = new Dictionary();
  dictionary.party('1', '77', Date.UTC(2026, 5, 5), 'later');
  dictionary.party('1', '', Date.UTC(2021, 0, 1), 'first');
  dictionary.party('2', '', Date.UTC(2026, 5, 9), 'first');
  const { parties, names } = dictionary;
  const figures = {
    rollups: new Map(),
    parties,
    crowd: crowdOf(parties),
    registrations: registrationsOf(parties),
  };
  const june = { from: parseDay('2026-06-01')!, to: parseDay('2026-06-30')! };
  expect(codeShares(figures, june, {}, names.codes)).toEqual([
    { code: 'first', commission: 0n, newReferrals: 1 },
  ]);
});
