import { describe, expect, test, vi } from 'vitest';
import { exportRows, exportText } from '../../browser/export-file';
import { computerIn, NOW } from './backup-harness';

const { browser } = vi.hoisted(() => ({ browser: {} }));
vi.mock('wxt/browser', () => ({ browser }));
const computer = () => computerIn(browser);
const DAY = 86_400_000;
const ROWS = [...exportRows({ rows: 60, referrals: 5, from: NOW - 40 * DAY, to: NOW - 10 * DAY, seed: 4 })];
const EXPORT = new File([exportText(ROWS)], 'export.csv');

async function used() {
  const one = await computer();
  await one.setSettings({ consentAt: 1, codes: ['MYCODE1', 'OTHER_2'], defaultCode: 'OTHER_2' });
  await one.drop(EXPORT);
  return one;
}

test('on a computer in use a backup is shown before anything is written', async () => {
  const file = (await (await used()).backUp())!;
  const other = await computer();
  await other.setSettings({ consentAt: 1, codes: ['MINE_3'], defaultCode: 'MINE_3' });
  const before = JSON.stringify([other.settings(), other.notebook(), await other.rows()]);
  await other.received.receiveFiles([file, EXPORT]);
  expect(other.received.offeredBackup.value).toMatchObject({
    backup: { codes: ['MYCODE1', 'OTHER_2'], head: { rows: 60, made: expect.any(Number) } },
    others: [{ name: 'export.csv' }],
  });
  expect(JSON.stringify([other.settings(), other.notebook(), await other.rows()])).toBe(before);

  // Left, it changes nothing; what came with it is imported.
  await other.received.answerOffer(false);
  expect(other.received.offeredBackup.value).toBeUndefined();
  expect(await other.rows()).toHaveLength(60);
  expect(other.settings().codes).toEqual(['MINE_3']);

  await other.drop(file);
  expect(other.settings().codes).toEqual(['MINE_3', 'MYCODE1', 'OTHER_2']);
  expect(await other.rows()).toHaveLength(60);
});

test('on an empty computer it is shown as well', async () => {
  const file = (await (await used()).backUp())!;
  const empty = await computer();
  await empty.received.receiveFiles([file]);
  expect(empty.received.offeredBackup.value).toMatchObject({ backup: { codes: ['MYCODE1', 'OTHER_2'] } });
  expect([await empty.rows(), empty.settings().codes]).toEqual([[], []]);
});

describe('a backup that is brought back while', async () => {
  const file = (await (await used()).backUp())!;
  const offered = async () => {
    const other = await computer();
    await other.received.receiveFiles([file]);
    return other;
  };

  test('an import runs changes nothing, and can be brought back after it', async () => {
    const other = await offered();
    other.commands.progress.value = 'waiting';
    await other.received.answerOffer(true);
    expect([await other.rows(), other.settings().codes]).toEqual([[], []]);
    other.commands.progress.value = undefined;
    await other.received.answerOffer(true);
    expect(await other.rows()).toHaveLength(60);
  });

  test('another import has just begun writes nothing of it and does not say that it was read', async () => {
    const other = await offered();
    const { backup } = other.received.offeredBackup.value!;
    const running = other.commands.importDropped([EXPORT]);
    expect(await other.bringBack(backup)).toBe(false);
    await running;
    expect(other.settings().codes).toEqual([]);
    expect(other.commands.message.value).toBeUndefined();
  });

  test('its import is cancelled changes nothing', async () => {
    const other = await offered();
    const done = other.received.answerOffer(true);
    other.commands.cancelImport();
    await done;
    expect([await other.rows(), other.settings().codes]).toEqual([[], []]);
    expect(other.commands.message.value).toMatchObject({ text: expect.stringContaining('cancelled') });
  });
});

describe('a locked backup', async () => {
  const one = await used();
  const file = (await one.backUp('correct horse'))!;
  const rows = await one.rows();

  test('holds nothing that can be read', async () => {
    const text = await file.text();
    expect(text.slice(0, 34)).toBe('{"backup":"referral-dashboard-pro"');
    expect(text).not.toContain('MYCODE1');
    expect(text).not.toContain('spot');
  });

  test('asks for its passphrase, says that one is wrong, and opens with the right one', async () => {
    const fresh = await computer();
    await fresh.received.receiveFiles([file]);
    expect(fresh.received.lockedBackup.value).toMatchObject({ isWrong: false });
    await fresh.received.tryPassphrase('wrong');
    expect(fresh.received.lockedBackup.value).toMatchObject({ isWrong: true });
    expect(await fresh.rows()).toEqual([]);
    await fresh.received.tryPassphrase('correct horse');
    expect(fresh.received.lockedBackup.value).toBeUndefined();
    expect(fresh.received.offeredBackup.value).toMatchObject({ backup: { head: { rows: 60 } } });
    expect(await fresh.rows()).toEqual([]);
    await fresh.received.answerOffer(true);
    expect(await fresh.rows()).toEqual(rows);
  });

  test('that is left does not take along what was dropped with it', async () => {
    const fresh = await computer();
    await fresh.received.receiveFiles([EXPORT, file]);
    await fresh.received.leaveLocked();
    expect(fresh.received.lockedBackup.value).toBeUndefined();
    expect(await fresh.rows()).toHaveLength(60);
    expect(fresh.settings().codes).toEqual([]);
  });

  const bytes = async () => new Uint8Array(await file.arrayBuffer());
  test.each<[string, (all: Uint8Array<ArrayBuffer>) => BlobPart]>([
    ['cut', all => all.slice(0, -1)],
    ['with one bit flipped', all => all.map((byte, i) => (i === all.length - 9 ? byte ^ 1 : byte))],
    [
      'with another first line',
      all =>
        new TextDecoder('latin1').decode(all.slice(0, 300)).replace('"rounds":900000', '"rounds":900001'),
    ],
  ])('%s does not open', async (_, change) => {
    const fresh = await computer();
    await fresh.received.receiveFiles([new File([change(await bytes())], 'x.backup')]);
    await fresh.received.tryPassphrase('correct horse');
    expect(await fresh.rows()).toEqual([]);
  });
});

describe('a first line that is none of ours', () => {
  const nested = (depth: number) =>
    `{"backup":"referral-dashboard-pro","version":1,"reaches":[],"notebook":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  test.each([
    ['nested without end', nested(20_000)],
    ['nested deeper than ours', nested(40)],
    [
      'whole: null',
      '{"backup":"referral-dashboard-pro","version":1,"reaches":[],"notebook":{},"whole":null}',
    ],
    [
      'a reach that is none',
      '{"backup":"referral-dashboard-pro","version":1,"reaches":[null],"notebook":{}}',
    ],
    [
      'made at no time',
      '{"backup":"referral-dashboard-pro","version":1,"reaches":[],"notebook":{},"made":"x"}',
    ],
    [
      'made too late',
      '{"backup":"referral-dashboard-pro","version":1,"reaches":[],"notebook":{},"made":9e15}',
    ],
    [
      'of half a row',
      '{"backup":"referral-dashboard-pro","version":1,"reaches":[],"notebook":{},"rows":0.5}',
    ],
    ['no JSON', '{"backup":"referral-dashboard-pro",'],
    ['of a newer version', '{"backup":"referral-dashboard-pro","version":3,"reaches":[],"notebook":{}}'],
  ])('%s: refused by name, and nothing changes', async (_, line) => {
    const fresh = await computer();
    expect(await fresh.drop(new File([line, '\n'], 'odd.backup'))).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('odd.backup'),
    });
    expect(fresh.book()).toBeUndefined();
  });
});
