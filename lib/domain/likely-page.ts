/** Words of which every page that may concern an affiliate has one in its address. */
export const LIKELY = [
  'announcement',
  'activity',
  'event',
  'campaign',
  'competition',
  'square',
  'referral',
] as const;

/** Whether a page may concern an affiliate at all, by one look at its path; `roleOf` says what it is. */
export function isLikely(path: string): boolean {
  return LIKELY.some(word => path.includes(word));
}
