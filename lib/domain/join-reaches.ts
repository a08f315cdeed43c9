import type { FileCoverage } from './coverage';
import { spanOfClaim } from './coverage-claim';
import { PAIRS } from './lane';

/** Reaches with others beside them. What another of them says as well is left out, so that reading a file again adds none. */
export function joinReaches(before: FileCoverage[], added: FileCoverage[]): FileCoverage[] {
  const fresh: FileCoverage[] = [];
  for (const reach of added) {
    if (![...before, ...fresh].some(known => says(known, reach))) fresh.push(reach);
  }
  return [...before.filter(known => !fresh.some(reach => says(reach, known))), ...fresh];
}

/** Whether one reach says all that another does. Those of our own files belong together and are only ever the same. */
function says(one: FileCoverage, other: FileCoverage): boolean {
  if (one.source !== other.source || one.beside !== other.beside || !one.own !== !other.own) return false;
  if (one.own && (one.first !== other.first || one.last !== other.last)) return false;
  if (one.first > other.first || one.last < other.last) return false;
  for (let pair = 0; pair < PAIRS; pair++) {
    const span = spanOfClaim(other, pair);
    const own = span && spanOfClaim(one, pair);
    if (span && !(own && own[0] <= span[0] && span[1] <= own[1])) return false;
  }
  return true;
}
