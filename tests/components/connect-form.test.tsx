import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionView } from '../../lib/state/connections';
import { complaint, enter, faults, field, press, unreachable } from './form';

const state = vi.hoisted(() => ({ connect: vi.fn(), makeKey: vi.fn(), prepareForm: vi.fn() }));
vi.mock('../../lib/state/connections', () => ({
  ...state,
  draft: signal(undefined),
  makesKeys: signal(undefined),
}));
const { draft, makesKeys } = await import('../../lib/state/connections');
const { ConnectForm } = await import('../../components/data/ConnectForm');

afterEach(cleanup);
beforeEach(() => {
  for (const fake of Object.values(state)) fake.mockReset();
  state.connect.mockResolvedValue(undefined);
  draft.value = undefined;
  makesKeys.value = true;
});

function show({ again, first = true }: { again?: ConnectionView; first?: boolean } = {}) {
  const close = vi.fn();
  return { ...render(<ConnectForm again={again} first={first} close={close} />), close };
}

const fill = () => {
  enter('API key', ' the-key ');
  enter('API secret', ' the-secret ');
  enter('Passphrase', ' eight letters ');
};

test.each(['Locked', 'Convenient', 'Key pair made here'])(
  'every field of the way “%s” has a name and is reached by keys',
  async way => {
    const { container } = show();
    fireEvent.click(screen.getByRole('radio', { name: way }));
    expect(await faults(container)).toEqual([]);
    expect(unreachable(container)).toEqual([]);
  },
);

test('what is secret is typed in dots, and no browser is to remember it', () => {
  const { container } = show();
  for (const name of ['API secret', 'Passphrase']) expect(field(name).type).toBe('password');
  for (const input of container.querySelectorAll('.fields input')) {
    expect(input.getAttribute('autocomplete')).toBe('off');
  }
  expect(field('Passphrase').getAttribute('aria-describedby')).toBeTruthy();
});

test('asks once what this browser can do', () => {
  show();
  expect(state.prepareForm).toHaveBeenCalledOnce();
});

describe('says what is missing, and sends nothing', () => {
  test.each<[string, () => void, string]>([
    ['no key', () => enter('API key', '  '), 'Enter the API key and the secret.'],
    ['no secret', () => enter('API secret', ''), 'Enter the API key and the secret.'],
    [
      'a passphrase of seven',
      () => enter('Passphrase', '7letter'),
      'The passphrase needs at least 8 characters.',
    ],
    [
      'no key for a key pair',
      () => {
        fireEvent.click(screen.getByRole('radio', { name: 'Key pair made here' }));
        enter('API key', '');
      },
      'Enter the API key.',
    ],
  ])('%s', (_, spoil, words) => {
    const { close } = show();
    fill();
    spoil();
    press('Connect');
    expect(complaint()).toBe(words);
    expect(state.connect).not.toHaveBeenCalled();
    expect(close).not.toHaveBeenCalled();
  });
});

test('sends what was typed, the passphrase as it is; what is right closes the form', async () => {
  const { close } = show();
  fill();
  press('Connect');
  expect(state.connect).toHaveBeenCalledWith(
    expect.any(String),
    'locked',
    { apiKey: 'the-key', secret: 'the-secret', passphrase: ' eight letters ' },
    undefined,
  );
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
});

test('is busy while Binance is asked, and can be pressed once', async () => {
  let answer: (wrong: string | undefined) => void = () => {};
  state.connect.mockReturnValue(new Promise(done => (answer = done)));
  show();
  fill();
  const button = screen.getByRole('button', { name: 'Connect' });
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.click(button);
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(true));
  expect(screen.getByRole('status').textContent).toBe('Asking Binance what this key may do…');
  fireEvent.click(button);
  expect(state.connect).toHaveBeenCalledOnce();
  answer(undefined);
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  expect(screen.getByRole('status').textContent).toBe('');
});

test('where something is wrong it is said, the secrets leave their fields, and the form stays', async () => {
  state.connect.mockResolvedValue('This key may withdraw.');
  const { close } = show();
  fill();
  press('Connect');
  await waitFor(() => expect(complaint()).toBe('This key may withdraw.'));
  expect(field('API secret').value).toBe('');
  expect(field('Passphrase').value).toBe('');
  expect(field('API key').value).toBe(' the-key ');
  expect(screen.getByRole('button', { name: 'Connect' }).hasAttribute('disabled')).toBe(false);
  expect(close).not.toHaveBeenCalled();
});

describe('a key pair', () => {
  const choose = () => fireEvent.click(screen.getByRole('radio', { name: 'Key pair made here' }));

  test('needs neither secret nor passphrase, and what was typed of them is not sent', () => {
    show();
    fill();
    choose();
    expect(screen.queryByLabelText('API secret')).toBeNull();
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    press('Connect');
    expect(state.connect.mock.calls[0].slice(1, 3)).toMatchObject([
      'key-pair',
      { apiKey: 'the-key', secret: '' },
    ]);
  });

  test('is made by a press, and its public half can be copied', () => {
    show();
    choose();
    press('Make a key pair');
    expect(state.makeKey).toHaveBeenCalledOnce();
    cleanup();
    draft.value = { id: 'one', publicKey: '-----BEGIN PUBLIC KEY-----' };
    show();
    choose();
    expect(field('Public key').value).toBe('-----BEGIN PUBLIC KEY-----');
    expect(screen.getByRole('button', { name: 'Copy public key' })).toBeTruthy();
  });

  test('cannot be chosen where the browser makes none, and says so', () => {
    makesKeys.value = false;
    show();
    const radio = screen.getByRole<HTMLInputElement>('radio', { name: 'Key pair made here' });
    expect(radio.disabled).toBe(true);
    const said = document.getElementById(radio.getAttribute('aria-describedby')!);
    expect(said!.textContent).toContain('This browser cannot make key pairs');
  });
});

test('connected again, it keeps name and place', () => {
  const again = { id: 'one', label: 'Second' } as ConnectionView;
  show({ again, first: false });
  expect(field('Name').value).toBe('Second');
  fill();
  press('Connect');
  expect(state.connect.mock.calls[0][0]).toBe('Second');
  expect(state.connect.mock.calls[0][3]).toBe('one');
});

test('Cancel sends nothing', () => {
  const { close } = show();
  press('Cancel');
  expect(close).toHaveBeenCalledOnce();
  expect(state.connect).not.toHaveBeenCalled();
});
