import { computed, signal } from '@preact/signals';
import { type Filter, formatHash, parseHash, type Route } from '../domain/filter';
import { type SectionPath, sectionOf } from '../domain/section';

/** The address: what the screen shows lives in the hash, so that Back works and views can be bookmarked. */
export const route = signal<Route>(parseHash(globalThis.location?.hash ?? ''));

/** The section alone: a change of filter is no change of it. */
export const section = computed(() => sectionOf(route.value.path));
/** What stands behind the section: a tab, or the id of a referral. */
export const subpath = computed(() => decoded(route.value.path.split('/').slice(1).join('/')));

/** An address may be anything: what is no encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somebody has typed it: no fault.
    return text;
  }
}

/** Follows the hash until the signal aborts. */
export function followHash(signal: AbortSignal): void {
  const read = () => {
    route.value = parseHash(location.hash);
  };
  read();
  addEventListener('hashchange', read, { signal });
}

export function go(path: SectionPath): void {
  location.hash = formatHash({ path, filter: route.value.filter });
}

/** Changes the filter in place: an address of its own, so that Back undoes it. */
export function setFilter(change: Partial<Filter>): void {
  location.hash = formatHash({ ...route.value, filter: { ...route.value.filter, ...change } });
}
