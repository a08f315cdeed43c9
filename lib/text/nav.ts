import type { SectionId } from '../domain/section';

/** The sections' names are their titles too. */
export const NAV = {
  overview: 'Overview',
  referrals: 'Referrals',
  income: 'Income',
  campaigns: 'Campaigns',
  links: 'Links',
  data: 'Data',
  publish: 'Publish',
  settings: 'Settings',
  sections: 'Sections',
  manage: 'Manage',
} satisfies Record<SectionId | 'sections' | 'manage', string>;
