import { computed, signal } from '@preact/signals';
import type { Settings } from '../domain/settings';
import { type GlanceDetail, type GlanceView, glanceFigures, readGlanceDetail } from '../ledger/glance';
import { LedgerReader } from '../ledger/reader';
import { tabInFront } from '../platform/pages';
import { type Manifest, sizeOf } from '../store/manifest';
import { openDatabase } from '../store/schema';
import { showIn } from '../text/format';
import { firstManifest, readManifestOnce } from './first-glance';
import type { PageInFront } from './this-page';

/** What the popup shows. It reads the ledger itself: the background may sleep. */
export const glance = signal<GlanceView | 'none' | 'damaged' | undefined>();
export const detail = signal<GlanceDetail | undefined>();
export const glanceSettings = signal<Settings | undefined>();
/** The campaign page in the tab in front, if it is one. */
export const glancePage = signal<PageInFront | undefined>();

export const glanceCode = computed(() => {
  const code = glanceSettings.value?.defaultCode;
  if (code) return code;
  const view = glance.value;
  return view && typeof view === 'object' && view.source.id === 'demo'
    ? view.source.state.codes.find(Boolean)
    : undefined;
});

/** Keeps a note of a ledger that could not be read. The log is loaded only then: the popup has to be small. */
function noted(error: unknown): undefined {
  void import('../platform/fault-log').then(({ reportFault }) => reportFault('popup', error));
}

/** Calls back when what has been rendered is on the screen. */
function painted(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

/** Shows figures from the manifest at once; what needs more reading, and more code, comes after they are painted. */
export async function startGlance(now: number): Promise<void> {
  const manifest = await firstManifest().catch(noted);
  look(manifest, now);
  painted(async () => {
    if (await isLost(manifest)) glance.value = 'damaged';
    const { readSettings } = await import('../platform/settings');
    glanceSettings.value = await readSettings();
    await lookAtTab();
    const { theme, privacy } = glanceSettings.value;
    Object.assign(document.documentElement.dataset, {
      ...(theme && { theme }),
      ...(privacy && { privacy: '' }),
    });
    await readRest(now);
    // A sync may bring rows while it is open.
    const { watchSentinel } = await import('../platform/sentinel');
    watchSentinel(() => void renew(now));
  });
}

/** Looks which campaign is in front. What that takes is loaded only for Binance's pages. */
export async function lookAtTab(): Promise<void> {
  const tab = glanceSettings.value?.consentAt === undefined ? undefined : await tabInFront();
  glancePage.value = tab?.address.startsWith('https://www.binance.com/')
    ? await (await import('./this-page')).readThisPage(tab)
    : undefined;
}

function look(manifest: Manifest | undefined, now: number): void {
  const view = manifest && glanceFigures(manifest, now);
  showIn(view?.source.state.currency);
  glance.value = view ?? 'none';
}

async function readRest(now: number): Promise<void> {
  if (typeof glance.value === 'string') return;
  const ledger = await LedgerReader.open(await openDatabase());
  detail.value = await readGlanceDetail(ledger, now);
}

async function renew(now: number): Promise<void> {
  look(await readManifestOnce().catch(noted), now);
  await readRest(now);
}

/** A lost database opens empty and without an error: that is damage, not an empty ledger. */
async function isLost(manifest: Manifest | undefined): Promise<boolean> {
  const { isDamaged, readSentinel } = await import('../platform/sentinel');
  const seen = await readSentinel();
  if (!seen || (manifest && !isDamaged(sizeOf(manifest), seen))) return false;
  // Perhaps a commit came between the two: what is read after the sentinel cannot be older than it.
  const again = await readManifestOnce().catch(noted);
  return !again || isDamaged(sizeOf(again), seen);
}

/** Turns auto-append on or off, from the popup. */
export async function setGlanceAppend(autoAppend: boolean): Promise<void> {
  const { changeSettings } = await import('../platform/settings');
  glanceSettings.value = await changeSettings(settings => ({ ...settings, autoAppend }));
}
