import { codeInUse, rememberCode } from '../../lib/domain/code-choice';
import { codeLabels } from '../../lib/domain/code-labels';
import type { GuestData } from '../../lib/domain/guest-data';
import { joinLink } from '../../lib/domain/link';
import { qrPath } from '../../lib/domain/qr-path';
import { hideAt, isQuietAt } from '../../lib/domain/quiet-pages';
import { DONE, done, failed } from '../../lib/domain/result';
import { answering, type Handlers } from '../../lib/messages/contract';
import { GUEST_CALLS, type GuestContract } from '../../lib/messages/guest-messages';
import { openDashboard } from '../../lib/platform/pages';
import { changeSettings, readSettings } from '../../lib/platform/settings';
import { readNotebook } from '../../lib/store/notebook';
import { CAMPAIGN_PAGE } from '../../lib/text/campaign-pages';
import { DISCLOSURE } from '../../lib/text/disclosure';
import { database } from './env';
import { speakAsSet } from './language';

async function guestData(address: string): Promise<GuestData> {
  const settings = await readSettings();
  const on = settings.consentAt !== undefined && !isQuietAt(settings, address);
  // Before the user has agreed nothing is read, and nothing told.
  const { pressForm: form, corner } = settings;
  if (!on) return { on, codes: [], form, corner, disclosure: '', autoAppend: false };
  const { preferences, codes } = await readNotebook(await database());
  await speakAsSet();
  const code = codeInUse(settings);
  return {
    on,
    words: CAMPAIGN_PAGE,
    codes: settings.codes,
    labels: codeLabels(settings.codes, codes),
    form,
    corner,
    ...(code && { code }),
    disclosure: preferences.disclosure ?? DISCLOSURE.line,
    autoAppend: settings.autoAppend === true,
  };
}

/** @param address of the page the guest is on. */
const handlersAt = (address: string): Handlers<GuestContract> => ({
  'guest-data': async () => done(await guestData(address)),
  'open-dashboard': ({ hash }) => openDashboard(hash).then(() => DONE),
  hide: ({ where }) => changeSettings(now => hideAt(now, where, address)).then(() => DONE),
  'use-code': ({ code }) => changeSettings(now => rememberCode(now, code)).then(() => DONE),
  'put-pill': ({ corner }) => changeSettings(now => ({ ...now, corner })).then(() => DONE),
  qr: async ({ code }) => {
    const { codes } = await readSettings();
    return codes.includes(code) ? done(qrPath(joinLink(code))) : failed({ is: 'unknown code' });
  },
});

/** Answers our elements on a page; undefined for anything else that comes from there. */
export const answerGuest = (raw: unknown, address: string) =>
  answering<GuestContract>(GUEST_CALLS, handlersAt(address))(raw);
