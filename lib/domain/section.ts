/** The dashboard's sections, in the order of its rail. Routes, navigation, keys and titles go by this table. */
export const SECTIONS = [
  { id: 'overview', key: 'O', group: 'read' },
  { id: 'referrals', key: 'R', group: 'read' },
  { id: 'income', key: 'I', group: 'read' },
  { id: 'campaigns', key: 'C', group: 'read' },
  { id: 'links', key: 'L', group: 'read' },
  { id: 'data', key: 'D', group: 'manage' },
  { id: 'publish', group: 'manage' },
  { id: 'settings', group: 'manage' },
] as const satisfies readonly SectionRow[];

interface SectionRow {
  /** The first part of its address. */
  id: string;
  /** The letter that goes there after G; a section without one is reached by its link alone. */
  key?: string;
  /** Where its link stands: `manage` has a heading of its own. */
  group: 'read' | 'manage';
}

export type SectionId = (typeof SECTIONS)[number]['id'];
/** An address within the dashboard: a section, and behind it a tab or the id of a referral. */
export type SectionPath = SectionId | `${SectionId}/${string}`;
/** An address of the dashboard for who opens it from elsewhere; empty: wherever it begins. */
export type DashboardHash = '' | `#/${SectionPath}`;

/** The letter of a section, if it has one. */
export function keyOfSection(id: SectionId): string | undefined {
  return (SECTIONS as readonly SectionRow[]).find(section => section.id === id)?.key;
}

/** The section a letter goes to after G. */
export function sectionOfKey(letter: string): SectionId | undefined {
  return SECTIONS.find(section => 'key' in section && section.key === letter)?.id;
}

/** The section of an address within the dashboard. */
export function sectionOf(path: SectionPath): SectionId {
  // By its type a path begins with the name of a section.
  return path.split('/', 1)[0] as SectionId;
}

/** @param text what stands in an address, decoded or not. @returns Overview for what names no section. */
export function parseSectionPath(text: string): SectionPath {
  const slash = text.indexOf('/');
  const name = slash < 0 ? text : text.slice(0, slash);
  const id = SECTIONS.find(section => section.id === name)?.id ?? 'overview';
  return id === name && slash > 0 ? `${id}/${text.slice(slash + 1)}` : id;
}
