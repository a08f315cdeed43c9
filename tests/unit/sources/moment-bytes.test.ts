import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, startOfMonth } from '../../../lib/domain/day';
import { MomentReader, parseMoment } from '../../../lib/sources/moment-bytes';
import { thorough } from '../thorough';

const bytes = new TextEncoder();

/** Moments around the turns of days and months, in the spellings files have, some of them no moments. */
const text = fc
  .record({
    day: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-02-30', '2026/3/1'),
    clock: fc.constantFrom(
      '00:00:00',
      '00:29:59',
      '12:00:00',
      '23:30:01',
      '23:59:59',
      '24:00:00',
      '9:05',
      '23:59',
    ),
    between: fc.constantFrom(' ', 'T'),
    end: fc.constantFrom('', '', '', 'Z', '+08:00'),
  })
  .map(({ day, clock, between, end }) => `${day}${between}${clock}${end}`);

test('rows one after the other are read as each of them alone, in any zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, HOUR_MS, -HOUR_MS, 8 * HOUR_MS, -11 * HOUR_MS, 5 * HOUR_MS + 30 * MINUTE_MS),
      fc.array(text, { minLength: 1, maxLength: 12 }),
      (zone, texts) => {
        const reader = new MomentReader(zone);
        for (const text of texts) {
          const buf = bytes.encode(text);
          const read = reader.read(buf, 0, buf.length);
          const moment = read ? startOfMonth(reader.month) + reader.time : undefined;
          expect(moment, text).toBe(parseMoment(text, zone));
        }
      },
    ),
    { numRuns: thorough(2_000) },
  );
});
