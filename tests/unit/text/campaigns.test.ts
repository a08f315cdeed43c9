import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Campaign, orderCampaigns, stateOf } from '../../../lib/domain/campaign';
import { calendarFile } from '../../../lib/text/calendar-file';
import { campaignDates, countdown } from '../../../lib/text/campaigns';
import { COPY_FORMATS, copyAs } from '../../../lib/text/copy-formats';
import { findCountry } from '../../../lib/text/countries';

const now = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const campaign = (from?: number, to?: number): Campaign => ({
  title: 'T',
  kind: 'other',
  url: '',
  ...(from !== undefined && { from: now + from * HOUR }),
  ...(to !== undefined && { to: now + to * HOUR }),
});

test.each([
  [campaign(-5, 30), 'ongoing', '1 d 6 h left'],
  [campaign(-5, 0.5), 'ongoing', '30 min left'],
  [campaign(3, 30), 'upcoming', 'begins in 3 h 0 min'],
  [campaign(-50, -1), 'ended', 'ended Nov 22'],
  [campaign(-50), 'undated', 'Dates unknown'],
  [campaign(), 'undated', 'Dates unknown'],
] as const)('%j is %s: %s', (of, state, words) => {
  expect(stateOf(of, now)).toBe(state);
  expect(countdown(of, state, now)).toBe(words);
});

test('what ends first comes first, what is over last', () => {
  const all = [campaign(-9, -1), campaign(), campaign(2, 9), campaign(-9, 50), campaign(-9, 5)];
  expect(orderCampaigns(all, now).map(c => all.indexOf(c))).toEqual([4, 3, 2, 1, 0]);
  expect(campaignDates(campaign(-12, 30), now)).toBe('Nov 22 – Nov 23, 18:00 UTC');
});

describe('copies of a campaign', () => {
  const parts = {
    title: 'A <b>&"x" [url] *y*\n\u202Eevil',
    link: 'https://www.binance.com/en/support/announcement/abc?ref=CODE',
    detail: '<script>alert(1)</script>',
    disclosure: 'Ad [i]x[/i]',
  };

  test('are what they say, with everything from outside escaped', () => {
    expect(copyAs('text', parts)).toBe(
      `A <b>&"x" [url] *y* evil\n<script>alert(1)</script>\n${parts.link}\nAd [i]x[/i]`,
    );
    expect(copyAs('html', parts)).not.toMatch(/<script|<b>/);
    expect(copyAs('html', parts)).toContain(`<a href="${parts.link}" rel="sponsored noopener noreferrer">`);
    expect(copyAs('markdown', parts)).toMatch(
      /^\[A \\<b\\>&"x" \\\[url\\\] \\\*y\\\* evil\]\(https:\S+\) {2}\n/,
    );
    expect(copyAs('bbcode', parts)).toMatch(/^\[url=https:\S+\]A <b>&"x" \(url\) \*y\* evil\[\/url\]\n/);
  });

  test('put our link before somebody else’s title, in which no address is one any more', () => {
    const title = 'Free v2.0! www.evil.example/win, https://evil.example?ref=EVIL, evil.co';
    for (const format of COPY_FORMATS) {
      const text = copyAs(format, { ...parts, title, isForeign: true });
      expect(text, format).not.toMatch(/evil\\?\.|https:\/\/evil|www\\?\.evil/);
      // The control: one of our own keeps what it names.
      expect(copyAs(format, { ...parts, title }), format).toMatch(/evil\\?\.(?:example|co)/);
    }
    expect(copyAs('text', { ...parts, title, isForeign: true }).split('\n')[0]).toBe(parts.link);
  });

  test('hold the link once, whatever the title', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...COPY_FORMATS), (title, format) => {
        const text = copyAs(format, { ...parts, title });
        expect(text.split(parts.link).length).toBe(2);
        if (format === 'html') expect(text.match(/<a /g)).toHaveLength(1);
      }),
    );
  });
});

test('a calendar file keeps to its format: folded lines, escaped text, one event each', () => {
  const text = calendarFile(
    [
      {
        uid: 'a b',
        title: `Ends; soon, \\ ${'ü'.repeat(60)}`,
        at: now,
        url: 'https://www.binance.com/x',
        text: 'a\nb',
      },
    ],
    now,
  );
  expect(text.split('\r\n').every(line => new TextEncoder().encode(line).length <= 75)).toBe(true);
  const unfolded = text.replace(/\r\n /g, '');
  expect(unfolded).toContain('DTSTART:20261122T120000Z');
  expect(unfolded).toContain(`SUMMARY:Ends\\; soon\\, \\\\ ${'ü'.repeat(60)}`);
  expect(unfolded).toContain('DESCRIPTION:a\\nb');
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(1);
});

test.each([
  ['de', 'DE'],
  [' Germany ', 'DE'],
  ['Turkey', 'TR'],
  ['Türkiye', 'TR'],
  ['viet nam', 'VN'],
  ["Côte d'Ivoire", 'CI'],
  ['Atlantis', undefined],
  ['', undefined],
])('%j is the country %s', (text, code) => {
  expect(findCountry(text)).toBe(code);
});
