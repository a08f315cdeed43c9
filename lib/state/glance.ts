import { batch, computed, signal } from '@preact/signals';
import { type GlanceDetail, type GlanceView, glanceOf, readGlanceDetail } from '../ledger/glance';
import { LedgerReader } from '../ledger/reader';
import { readSettings, type Settings } from '../platform/settings';
import { openDatabase } from '../store/schema';

/** What the popup shows. It reads the ledger itself: the background may sleep. */
export const glance = signal<GlanceView | 'none' | undefined>();
export const detail = signal<GlanceDetail | undefined>();
export const glanceSettings = signal<Settings | undefined>();

export const glanceCode = computed(() => {
  const code = glanceSettings.value?.defaultCode;
  if (code) return code;
  const view = glance.value;
  return view && view !== 'none' && view.source.id === 'demo'
    ? view.source.state.codes.find(Boolean)
    : undefined;
});

/** Paints in two steps: figures from the manifest at once, what needs more reading after that. */
export function startGlance(now: number): void {
  void readSettings().then(settings => {
    glanceSettings.value = settings;
  });
  openDatabase()
    .then(LedgerReader.open)
    .then(
      reader => {
        batch(() => {
          glance.value = glanceOf(reader.manifest, now) ?? 'none';
        });
        requestAnimationFrame(() =>
          setTimeout(async () => {
            if (reader.source) detail.value = await readGlanceDetail(reader, now);
          }),
        );
      },
      () => {
        glance.value = 'none';
      },
    );
}
