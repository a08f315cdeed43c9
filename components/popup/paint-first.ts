import type { GlanceView } from '../../lib/ledger/glance';
import { heroOf } from './hero';

/** Writes the first figure into the place that popup.html keeps for it; the popup itself replaces it. */
export function paintFirst(view: GlanceView, page: Document): void {
  const root = page.getElementById('first');
  if (!root) return;
  const { lead, text, value, period } = heroOf(view);
  const figure = root.querySelector('data')!;
  root.querySelector('.lead')!.textContent = lead;
  figure.textContent = text;
  if (period) {
    figure.dataset.metric = 'commission';
    figure.dataset.period = period;
    figure.value = value;
  }
  root.hidden = false;
}
