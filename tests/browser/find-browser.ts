import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Names of Chromium builds that still load unpacked extensions; branded Chrome ≥ 137 does not. */
const NAMES = ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing'];
const PLACES = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium'];

function onPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return undefined;
}

/** A Chromium that loads extensions, if this machine has one. */
export function findBrowser(): string | undefined {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, which is not there`);
  }
  const own = chromium.executablePath();
  return (
    NAMES.map(onPath).find(Boolean) ?? PLACES.find(existsSync) ?? (own && existsSync(own) ? own : undefined)
  );
}

/** Finds a browser, or installs one and says so: Playwright's first, then the system's package where that is allowed. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found. Installing one …');
  const playwright = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  if (playwright.status !== 0 && process.platform === 'linux') {
    console.log('That did not work here. Trying the system’s package …');
    installPackages('chromium', 'fonts-dejavu-core');
  }
  const installed = findBrowser();
  if (!installed) throw new Error('No Chromium could be installed. Install one and set CHROME_PATH to it.');
  return installed;
}

function installPackages(...names: string[]): void {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]) => {
    const [program, ...args] = [...sudo, ...command];
    execFileSync(program, args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  run('apt-get', 'update', '-q');
  run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names);
}

const findFirefox = () =>
  process.env.FIREFOX_PATH ?? onPath('firefox-esr') ?? onPath('firefox') ?? onPath('firefox-devedition');

/** Finds a Firefox for the tests that need one, or installs the system's package where that is allowed. */
export function ensureFirefox(): string {
  const found = findFirefox();
  if (found) return found;
  console.log('No Firefox found. Installing one …');
  if (process.platform === 'linux') installPackages('firefox-esr');
  const installed = findFirefox();
  if (!installed) throw new Error('No Firefox could be installed. Install one and set FIREFOX_PATH to it.');
  return installed;
}
