import { type GlanceView, glanceFigures } from '../ledger/glance';
import { emptyManifest, type Manifest } from '../store/manifest';
import { readManifest } from '../store/read';
import { openExisting } from '../store/schema';
import { showIn } from '../text/format';
import { takeFirstWords } from './first-words';

/** Where the popup's first script leaves for the second what it has read: they are separate files and share only this. */
const figurePlace = globalThis as { popupManifest?: Promise<Manifest>; popupSpeaks?: boolean };

/** Reads the manifest at once and keeps it for `firstManifest`. */
export async function readFirst(now: number): Promise<GlanceView | undefined> {
  figurePlace.popupManifest = readManifestOnce();
  // While the database answers.
  figurePlace.popupSpeaks = takeFirstWords();
  const view = glanceFigures(await figurePlace.popupManifest, now);
  showIn(view?.source.state.currency);
  return view;
}

/** @internal The manifest as it is now. */
export async function readManifestOnce(): Promise<Manifest> {
  const db = await openExisting();
  if (!db) return emptyManifest();
  try {
    return await readManifest(db);
  } finally {
    db.close();
  }
}

/** The manifest the first script has asked for, or a new answer if there was none. */
export function firstManifest(): Promise<Manifest> {
  figurePlace.popupManifest ??= readManifestOnce();
  return figurePlace.popupManifest;
}
