import { browser } from 'wxt/browser';
import type { AboutBrowser } from '../domain/diagnostics';

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
