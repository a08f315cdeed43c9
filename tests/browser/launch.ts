import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { ensureBrowser } from './find-browser.ts';

export interface Launched {
  context: BrowserContext;
  /** `chrome-extension://…` */
  origin: string;
  /** Opens one of the extension's pages. */
  open(page: 'popup.html' | 'sidepanel.html' | `dashboard.html${string}`): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless?: boolean;
  /** Keeps the profile here; otherwise it is a temporary one. */
  profile?: string;
  build?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  args?: string[];
  deviceScaleFactor?: number;
}

export const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** The same with the API hosts granted: see build-e2e.ts. */
export const BUILD_E2E = `${BUILD}-e2e`;

/** Starts Chromium with the built extension: one launcher for `npm start`, the e2e tests and the bench. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const build = options.build ?? BUILD;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'referral-dashboard-pro-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    headless: options.headless ?? true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    ...(options.deviceScaleFactor && { deviceScaleFactor: options.deviceScaleFactor }),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = worker.url().split('/').slice(0, 3).join('/');
  return {
    context,
    origin,
    async open(name) {
      const page = await context.newPage();
      await page.goto(`${origin}/${name}`);
      return page;
    },
    async close() {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
