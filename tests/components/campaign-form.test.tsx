import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { CampaignForm } from '../../components/campaigns/CampaignForm';
import type { Campaign } from '../../lib/domain/campaign';
import { complaint, enter, faults, press, unreachable } from './form';

afterEach(cleanup);

function show(campaign?: Campaign) {
  const save = vi.fn<(campaign: Campaign) => void>();
  const close = vi.fn();
  return { ...render(<CampaignForm campaign={campaign} save={save} close={close} />), save, close };
}

const URL = 'https://www.binance.com/en/activity/trading-competition/spring';
const CAMPAIGN: Campaign = {
  title: 'Spring',
  kind: 'competition',
  url: URL,
  from: Date.UTC(2026, 10, 1, 9, 30),
  to: Date.UTC(2026, 10, 30, 23, 59),
  prize: '10,000 USDT',
  note: 'for the channel',
};

test('is a form with a name, and so is every field; keys reach them', async () => {
  const { container } = show(CAMPAIGN);
  expect(screen.getByRole('form', { name: 'Campaign' })).toBeTruthy();
  expect(await faults(container)).toEqual([]);
  expect(unreachable(container)).toEqual([]);
});

test('saved as it was opened, nothing changes', () => {
  const { save, close } = show(CAMPAIGN);
  press('Save');
  expect(save).toHaveBeenCalledWith(CAMPAIGN);
  expect(close).toHaveBeenCalledOnce();
});

test('times are in UTC, and what is left empty is left out', () => {
  const { save } = show();
  enter('Title', ' Spring ');
  enter('Page on binance.com', ` ${URL} `);
  enter('Begins (UTC)', '2026-11-01T09:30');
  press('Save');
  expect(save).toHaveBeenCalledWith({
    title: 'Spring',
    kind: 'competition',
    url: URL,
    from: Date.UTC(2026, 10, 1, 9, 30),
  });
});

test.each<[string, [string, string], string]>([
  ['without a title', ['Title', ' '], 'Give it a title.'],
  ['without a page', ['Page on binance.com', ''], 'binance.com'],
  ['with a page elsewhere', ['Page on binance.com', 'https://example.com/en/activity/x'], 'binance.com'],
  [
    'with a page that only looks like it',
    ['Page on binance.com', 'https://binance.com.example/en/x'],
    'binance.com',
  ],
  ['with a page that is not encrypted', ['Page on binance.com', URL.replace('https', 'http')], 'binance.com'],
  ['ending before it begins', ['Ends (UTC)', '2026-10-01T00:00'], 'It ends before it begins.'],
])('is refused with words %s', (_, [name, text], words) => {
  const { save, close } = show(CAMPAIGN);
  enter(name, text);
  press('Save');
  expect(complaint()).toContain(words);
  expect(save).not.toHaveBeenCalled();
  expect(close).not.toHaveBeenCalled();
});

test('Cancel saves nothing', () => {
  const { save, close } = show(CAMPAIGN);
  press('Cancel');
  expect(close).toHaveBeenCalledOnce();
  expect(save).not.toHaveBeenCalled();
});
