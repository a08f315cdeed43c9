import { joinLink, parseCampaignPage } from '../../lib/domain/link';
import { qrPath } from '../../lib/domain/qr-path';
import { type GuestMessage, parseGuestMessage, type Result } from '../../lib/messages/messages';
import type { GuestData } from '../../lib/page/guest';
import { openDashboard } from '../../lib/platform/pages';
import { changeSettings, readSettings } from '../../lib/platform/settings';
import { readNotebook } from '../../lib/store/notebook';
import type { Database } from '../../lib/store/schema';
import { PAGE } from '../../lib/text/campaign-pages';
import { DISCLOSURE } from '../../lib/text/disclosure';
import { speakAsSet } from './language';

/** The page a guest is on, as settings remember it. */
const placeOf = (address: string) => parseCampaignPage(address)?.path ?? new URL(address).pathname;

async function guestData(address: string, database: () => Promise<Database>): Promise<GuestData> {
  const { consentAt, codes, defaultCode, lastCode, autoAppend, quiet, quietPages } = await readSettings();
  const code = lastCode && codes.includes(lastCode) ? lastCode : defaultCode;
  const on = consentAt !== undefined && !quiet && !quietPages?.includes(placeOf(address));
  // Before the user has agreed nothing is read, and nothing told.
  if (!on) return { on, codes: [], disclosure: '', autoAppend: false };
  const { preferences } = await readNotebook(await database());
  await speakAsSet();
  return {
    on,
    words: PAGE,
    codes,
    ...(code && { code }),
    disclosure: preferences.disclosure ?? DISCLOSURE.line,
    autoAppend: autoAppend === true,
  };
}

async function carryOut(
  message: GuestMessage,
  address: string,
  database: () => Promise<Database>,
): Promise<Result<unknown>> {
  switch (message.is) {
    case 'guest-data':
      return { ok: true, value: await guestData(address, database) };
    case 'open-dashboard':
      await openDashboard(message.hash);
      break;
    case 'hide':
      await changeSettings(now =>
        message.where === 'site'
          ? { ...now, quiet: true }
          : { ...now, quietPages: [...(now.quietPages ?? []), placeOf(address)].slice(-200) },
      );
      break;
    case 'use-code':
      // The default needs no remembering: another default must count at once.
      await changeSettings(({ lastCode: _, ...now }) =>
        now.codes.includes(message.code) && message.code !== now.defaultCode
          ? { ...now, lastCode: message.code }
          : now,
      );
      break;
    case 'qr': {
      const { codes } = await readSettings();
      if (!codes.includes(message.code)) return { ok: false, fault: 'unknown code' };
      return { ok: true, value: qrPath(joinLink(message.code)) };
    }
  }
  return { ok: true, value: undefined };
}

/** Answers our elements on a page; undefined for anything else that comes from there. */
export function answerGuest(
  raw: unknown,
  address: string,
  database: () => Promise<Database>,
): Promise<Result<unknown>> | undefined {
  const message = parseGuestMessage(raw);
  return message && carryOut(message, address, database);
}
