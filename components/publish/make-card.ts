import type { Snapshot } from '../../lib/domain/snapshot';

/** The real widget with its snapshot inside it, as a page would have it. */
export function makeCard(snapshot: Snapshot): HTMLElement {
  const card = document.createElement('referral-card');
  const data = document.createElement('script');
  data.type = 'application/json';
  data.textContent = JSON.stringify(snapshot);
  card.append(data);
  return card;
}
