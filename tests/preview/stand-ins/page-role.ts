import { type PageRole, roleOf as roleAt } from '../../../lib/domain/page-role';

export type { PageRole };

/** The path of the page that is shown as if it were one of www.binance.com. */
export const shown = { path: '' };

/** The rule itself, told of the address that the page would have there. A page that moves on keeps its own path. */
export function roleOf(address: string): PageRole | undefined {
  const { pathname, search } = new URL(address);
  const path = pathname.endsWith('/state.html') ? shown.path : pathname + search;
  return roleAt(`https://www.binance.com${path}`);
}
