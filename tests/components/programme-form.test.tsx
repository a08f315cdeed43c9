import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ProgrammeForm } from '../../components/bonus/ProgrammeForm';
import { parseDay } from '../../lib/domain/day';
import type { ExclusiveCampaign } from '../../lib/domain/exclusive-campaign';
import { complaint, enter, faults, field, press, unreachable } from './form';

afterEach(cleanup);

const TODAY = parseDay('2026-11-22')!;

function show(programme?: ExclusiveCampaign, exclusive?: boolean) {
  const save = vi.fn<(programme: ExclusiveCampaign) => void>();
  const close = vi.fn();
  const shown = render(
    <ProgrammeForm programme={programme} today={TODAY} exclusive={exclusive} save={save} close={close} />,
  );
  return { ...shown, save, close };
}

const PROGRAMME: ExclusiveCampaign = {
  name: 'Winter',
  metric: 'commission-futures',
  when: { is: 'rolling', months: 6 },
  versions: [
    { from: 0, tiers: [{ name: 'One', threshold: '100', reward: '5 USDT' }] },
    { from: TODAY - 30, tiers: [{ name: 'One', threshold: '1500.5', reward: '9 USDT' }] },
  ],
  note: 'kept',
  url: 'https://www.binance.com/en/support/announcement/x',
};

test.each<[string, ExclusiveCampaign | undefined, boolean]>([
  ['a new one', undefined, false],
  ['one that is there', PROGRAMME, false],
  ['an exclusive campaign', undefined, true],
])('every field of %s has a name and is reached by keys', async (_, programme, exclusive) => {
  const { container } = show(programme, exclusive);
  expect(await faults(container)).toEqual([]);
  expect(unreachable(container)).toEqual([]);
});

describe('is refused with words', () => {
  const complete = () => {
    enter('Name', 'Spring');
    enter('Threshold 1', '1,000');
  };
  test.each<[string, () => void, string]>([
    ['without a name', () => enter('Name', '  '), 'Give it a name.'],
    ['without a threshold', () => enter('Threshold 1', ''), 'at least one tier'],
    ['with a threshold that is no number', () => enter('Threshold 1', 'many'), 'at least one tier'],
    [
      'with one threshold that is none beside one that is',
      () => {
        press('Add tier');
        enter('Threshold 2', '1.2.3');
      },
      'at least one tier',
    ],
    [
      'ending before it begins',
      () => {
        enter('When it counts', 'fixed');
        enter('To', '2026-11-01');
      },
      'It ends before it begins',
    ],
    [
      'without its end',
      () => {
        enter('When it counts', 'fixed');
        enter('To', '');
      },
      'a date is missing',
    ],
  ])('%s', (_, spoil, words) => {
    const { save, close } = show();
    complete();
    spoil();
    press('Save');
    expect(complaint()).toContain(words);
    expect(save).not.toHaveBeenCalled();
    expect(close).not.toHaveBeenCalled();
  });

  test('but not when all is right', () => {
    const { save, close } = show();
    complete();
    press('Save');
    expect(complaint()).toBeUndefined();
    expect(save).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalledOnce();
  });
});

test('saves what was typed, trimmed, numbers as this language writes them, unnamed tiers by their number', () => {
  const { save } = show();
  enter('Name', '  Spring ');
  enter('What counts', 'traders-futures');
  enter('When it counts', 'rolling');
  enter('Months', '6');
  enter('Threshold 1', ' 1,000 ');
  enter('Reward 1', ' 5 USDT ');
  press('Add tier');
  enter('Tier 2', 'Top');
  enter('Threshold 2', '2,500');
  press('Add tier');
  enter('These tiers hold from', '2026-11-01');
  press('Save');
  expect(save).toHaveBeenCalledWith({
    name: 'Spring',
    metric: 'traders-futures',
    when: { is: 'rolling', months: 6 },
    versions: [
      {
        from: parseDay('2026-11-01'),
        tiers: [
          { name: 'Tier 1', threshold: '1000', reward: '5 USDT' },
          { name: 'Top', threshold: '2500', reward: '' },
        ],
      },
    ],
  });
});

test('tiers that change keep the old ones for the time before, and what the form does not show stays', () => {
  const { save } = show(PROGRAMME);
  expect(field('Threshold 1').value).toBe('1500.5');
  enter('Threshold 1', '2000');
  enter('These tiers hold from', '2026-11-20');
  press('Save');
  const [{ versions, ...rest }] = save.mock.calls[0];
  expect(versions.map(version => [version.from, version.tiers[0].threshold])).toEqual([
    [0, '100'],
    [TODAY - 30, '1500.5'],
    [TODAY - 2, '2000'],
  ]);
  expect(rest).toEqual({
    name: 'Winter',
    metric: PROGRAMME.metric,
    when: PROGRAMME.when,
    note: 'kept',
    url: PROGRAMME.url,
  });
});

test('who may take part is asked for exclusive campaigns alone, which have dates', () => {
  show();
  expect(screen.queryByLabelText('Who may take part')).toBeNull();
  expect(screen.queryByLabelText('To')).toBeNull();
  cleanup();
  show(undefined, true);
  expect(field('Who may take part')).toBeTruthy();
  expect(field('From').value).toBe('2026-11-22');
  expect(field('To').value).toBe('2026-12-22');
});

test('a tier is taken away by its own button, and Cancel saves nothing', () => {
  const { save, close } = show();
  press('Add tier');
  enter('Threshold 1', '1');
  enter('Threshold 2', '2');
  press('Remove tier 1');
  expect(field('Threshold 1').value).toBe('2');
  expect(screen.queryByLabelText('Threshold 2')).toBeNull();
  press('Cancel');
  expect(close).toHaveBeenCalledOnce();
  expect(save).not.toHaveBeenCalled();
});
