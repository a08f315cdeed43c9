import { browser } from 'wxt/browser';

/** What the extension runs in. */
export interface AboutBrowser {
  version: string;
  /** As the browser names itself. */
  browser: string;
  permissions: string[];
  hosts: string[];
  /** Bytes; undefined where the browser does not tell. */
  used?: number;
  quota?: number;
}

export async function aboutBrowser(): Promise<AboutBrowser> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const { usage, quota } = await navigator.storage.estimate();
  return {
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    permissions: permissions.toSorted(),
    hosts: origins.toSorted(),
    ...(usage !== undefined && { used: usage }),
    ...(quota !== undefined && { quota }),
  };
}
