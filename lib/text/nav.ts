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
};
