import { CORNERS, type Corner } from '../domain/press-choices';
import { closest, parentOf } from './unnamed';

/** What covers more of the window than this is the page itself. */
const WHOLE = 0.6;
/** A pill that stands further from its edge than this part of the window is in no corner any more. */
const EDGE = 0.3;
/** Between the pill and what is in its way, in px. */
const GAP = 8;
/** How close the points are that are looked at, in px: nothing worth pressing is smaller. */
const STEP = 20;

/**
 * Puts the pill where it was put, or past what the page has pinned there; else into the next corner that is free, and
 * where none is, back where it was put.
 */
export function standFree(first: Corner, box: HTMLElement, host: Element): void {
  const from = CORNERS.indexOf(first);
  for (const corner of [...CORNERS.slice(from), ...CORNERS.slice(0, from)]) {
    stand(box, corner, 0);
    const obstacle = inTheWay(box, host);
    if (!obstacle) return;
    const isTop = corner.startsWith('top');
    const past = isTop ? obstacle.bottom - box.getBoundingClientRect().top : innerHeight - obstacle.top;
    if (past > EDGE * innerHeight) continue;
    stand(box, corner, past + (isTop ? GAP : -GAP));
    if (!inTheWay(box, host)) return;
  }
  stand(box, first, 0);
}

function stand(box: HTMLElement, corner: Corner, past: number): void {
  box.className = `fixed ${corner}`;
  box.style.setProperty('--past', `${Math.round(past)}px`);
}

/** The box of what can be pressed, or is pinned, below ours. */
function inTheWay(box: HTMLElement, host: Element): DOMRect | undefined {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  for (let y = top + 2; y < bottom; y += STEP) {
    for (let x = left + 2; x < right; x += STEP) {
      for (const element of document.elementsFromPoint(x, y)) {
        const found = element === host ? undefined : obstacleOf(element);
        if (found) return found.getBoundingClientRect();
      }
    }
  }
  return undefined;
}

function obstacleOf(element: Element): Element | undefined {
  for (let at: Node | null = element; at instanceof Element; at = parentOf(at)) {
    const { position } = getComputedStyle(at);
    if (position !== 'fixed' && position !== 'sticky') continue;
    const { width, height } = at.getBoundingClientRect();
    if (width * height < WHOLE * innerWidth * innerHeight) return at;
    break;
  }
  return closest(element, 'a, button, input, select, textarea, [role="button"], iframe') ?? undefined;
}
