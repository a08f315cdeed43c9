import { browser } from 'wxt/browser';
import { NOTHING_TOLD, type Notified } from '../domain/news';

const TOLD = 'told';

/** The few characters on the toolbar icon; '' for none. */
export async function setBadge(text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#8f5400' });
  await browser.action.setBadgeText({ text });
}

/** Shows a notification, where the permission has been given. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title,
    message,
  });
}

/** Opens something when a notification is pressed. */
export function onNotification(open: () => void): void {
  browser.notifications?.onClicked.addListener(open);
}

/** What notifications have told already. */
export async function readTold(): Promise<Notified> {
  const { day, count, keys } = ((await browser.storage.local.get(TOLD))[TOLD] ?? NOTHING_TOLD) as Notified;
  const isTold = typeof day === 'number' && typeof count === 'number' && Array.isArray(keys);
  return isTold ? { day, count, keys: keys.filter(key => typeof key === 'string') } : NOTHING_TOLD;
}

export async function keepTold(told: Notified): Promise<void> {
  await browser.storage.local.set({ [TOLD]: told });
}
