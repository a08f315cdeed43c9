import type { Snapshot } from '../../lib/domain/snapshot';
import { makeCard } from './make-card';

/** Widths at which a card's height is measured; between two of them the narrower one's height is the larger. */
const WIDTHS = [240, 270, 300, 330, 360, 400, 440, 480, 520, 560, 620, 700, 800, 960, 1_200];

/** How high the real widget is, by width: `240:612 270:590 …`, so that a page can hold the place for it. */
export function measureHeights(snapshot: Snapshot): string {
  const stage = document.createElement('div');
  stage.style.cssText = 'position:absolute;visibility:hidden;inset-block-start:-10000px';
  document.body.append(stage);
  try {
    return WIDTHS.map(width => {
      const card = makeCard(snapshot);
      stage.style.width = `${width}px`;
      stage.replaceChildren(card);
      return `${width}:${Math.ceil(card.getBoundingClientRect().height)}`;
    }).join(' ');
  } finally {
    stage.remove();
  }
}
