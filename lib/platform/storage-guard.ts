import { browser } from 'wxt/browser';

/** Keeps what we store away from content scripts: they get what they need by message. */
export function guardStorage(): void {
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
