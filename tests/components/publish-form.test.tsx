import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_CHOICE, type WidgetChoice } from '../../lib/domain/widget-choice';
import { complaint, faults, field, press, unreachable } from './form';

const state = vi.hoisted(() => ({ choose: vi.fn() }));
const cut = vi.hoisted(() => ({ squarePicture: vi.fn() }));
vi.mock('../../components/publish/square-picture', () => cut);
vi.mock('../../lib/state/publish', () => ({ ...state, choice: signal(undefined), offered: signal([]) }));
vi.mock('../../lib/state/session', () => ({ settings: signal({ codes: [] }) }));
const { choice, offered } = (await import('../../lib/state/publish')) as unknown as {
  choice: { value: WidgetChoice };
  offered: { value: { key: string; title: string }[] };
};
const { settings } = (await import('../../lib/state/session')) as unknown as {
  settings: { value: { codes: string[] } };
};
const { PublishForm } = await import('../../components/publish/PublishForm');

afterEach(cleanup);
beforeEach(() => {
  state.choose.mockReset().mockResolvedValue(true);
  cut.squarePicture.mockReset();
  settings.value = { codes: ['MYCODE1', 'OTHER_2'] };
  choice.value = { ...NO_CHOICE, code: 'MYCODE1' };
  offered.value = [];
});

const campaigns = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ key: `c${i}`, title: `Campaign ${i + 1}` }));
const ticks = () => within(screen.getByRole('group', { name: /^Campaigns/ }));

test('every field has a name and is reached by keys', async () => {
  offered.value = campaigns(3);
  choice.value = { ...choice.value, picture: 'data:image/jpeg;base64,AAAA' };
  const { container } = render(<PublishForm />);
  expect(await faults(container)).toEqual([]);
  expect(unreachable(container)).toEqual([]);
});

describe('every change is kept at once', () => {
  test.each<[string, string, string, object]>([
    ['the code', 'Code', 'OTHER_2', { code: 'OTHER_2' }],
    ['the accent', 'Accent colour', '#aabbcc', { accent: '#aabbcc' }],
    ['the language of the site', 'Language of the site', 'es', { lang: 'es' }],
    ['the name, when one leaves it', 'Your name', 'Ada', { name: 'Ada' }],
    ['the disclosure, when one leaves it', 'Disclosure line', 'Ad', { disclosure: 'Ad' }],
  ])('%s', (_, name, value, change) => {
    render(<PublishForm />);
    const input = field(name);
    fireEvent.input(input, { target: { value } });
    fireEvent.change(input, { target: { value } });
    expect(state.choose.mock.calls).toEqual([[change]]);
  });

  test.each<[string, object]>([
    ['Strip', { layout: 'strip' }],
    ['Dark', { theme: 'dark' }],
  ])('%s', (name, change) => {
    render(<PublishForm />);
    fireEvent.click(screen.getByRole('radio', { name }));
    expect(state.choose.mock.calls).toEqual([[change]]);
  });

  test('but not a text that is being typed, or one left as it was', () => {
    render(<PublishForm />);
    const name = field('Your name');
    fireEvent.input(name, { target: { value: 'A' } });
    expect(state.choose).not.toHaveBeenCalled();
    fireEvent.input(name, { target: { value: '' } });
    fireEvent.change(name);
    expect(state.choose).not.toHaveBeenCalled();
  });

  test('figures are ticked one by one', () => {
    choice.value = { ...choice.value, figures: ['years'] };
    render(<PublishForm />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Number of referrals' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Years as an affiliate' }));
    expect(state.choose.mock.calls).toEqual([[{ figures: ['years', 'referrals'] }], [{ figures: [] }]]);
  });
});

test('a code that is mine no more stays chosen until another is', () => {
  choice.value = { ...choice.value, code: 'GONE_3' };
  render(<PublishForm />);
  expect(field('Code').value).toBe('GONE_3');
  expect([...field('Code').querySelectorAll('option')].map(option => option.value)).toEqual([
    'GONE_3',
    'MYCODE1',
    'OTHER_2',
  ]);
});

describe('campaigns', () => {
  test('are none until there are some', () => {
    render(<PublishForm />);
    expect(ticks().getByText(/No open campaigns/)).toBeTruthy();
  });

  test('that are over are neither counted nor kept', () => {
    offered.value = campaigns(2);
    choice.value = { ...choice.value, campaigns: ['over', 'c0'] };
    render(<PublishForm />);
    expect(ticks().getByText('1 chosen, at most 12')).toBeTruthy();
    fireEvent.click(ticks().getByRole('checkbox', { name: 'Campaign 2' }));
    expect(state.choose.mock.calls).toEqual([[{ campaigns: ['c0', 'c1'] }]]);
  });

  test('are at most twelve: a thirteenth cannot be ticked, each of the twelve can be taken back', () => {
    offered.value = campaigns(13);
    choice.value = { ...choice.value, campaigns: campaigns(12).map(campaign => campaign.key) };
    render(<PublishForm />);
    const boxes = ticks().getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(box => box.disabled)).toEqual([...Array(12).fill(false), true]);
    fireEvent.click(boxes[0]);
    expect(state.choose.mock.calls[0][0].campaigns).toHaveLength(11);
  });
});

describe('a picture', () => {
  const PICTURE = 'data:image/jpeg;base64,AAAA';
  const give = () => {
    const file = new File(['x'], 'me.png', { type: 'image/png' });
    const input = field('Choose picture');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
    return file;
  };

  test('that this browser cannot read is said to be none; a good one takes that back', async () => {
    cut.squarePicture.mockResolvedValue(undefined);
    render(<PublishForm />);
    const file = give();
    expect(cut.squarePicture).toHaveBeenCalledWith(file);
    await waitFor(() => expect(complaint()).toBe('That file is no picture this browser can read.'));
    expect(state.choose).not.toHaveBeenCalled();
    cut.squarePicture.mockResolvedValue(PICTURE);
    give();
    await waitFor(() => expect(complaint()).toBeUndefined());
    expect(state.choose.mock.calls).toEqual([[{ picture: PICTURE }]]);
  });

  test('can be taken away again', () => {
    choice.value = { ...choice.value, picture: 'data:image/jpeg;base64,AAAA' };
    render(<PublishForm />);
    press('Remove picture');
    expect(state.choose.mock.calls).toEqual([[{ picture: '' }]]);
  });
});
