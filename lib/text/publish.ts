import type { Layout, Theme } from '../domain/snapshot';
import type { SnapshotChange } from '../domain/widget-choice';

export const PUBLISH = {
  title: 'Publish',
  lead: 'A card for your own site: your code, link and campaigns. It needs no server, asks nobody anything, and holds nothing but what you tick here.',
  what: 'What it shows',
  code: 'Code',
  noCode: 'Add a referral code in Links first.',
  goLinks: 'Go to Links',
  name: 'Your name',
  picture: 'Picture',
  choosePicture: 'Choose picture',
  removePicture: 'Remove picture',
  badPicture: 'That file is no picture this browser can read.',
  campaigns: 'Campaigns',
  noCampaigns: 'No open campaigns. Turn on the feed or add one in Campaigns.',
  chosen: (n: number) => `${n} chosen, at most 12`,
  figures: 'Public figures',
  figuresHint: 'Off unless ticked. Amounts are never published.',
  figureNames: {
    referrals: 'Number of referrals',
    years: 'Years as an affiliate',
    index: 'Last twelve months as an index, without amounts',
  },
  look: 'Look and language',
  layout: 'Layout',
  layouts: { card: 'Card', strip: 'Strip', button: 'Button' } satisfies Record<Layout, string>,
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', auto: 'As the visitor has it' } satisfies Record<Theme, string>,
  accent: 'Accent colour',
  language: 'Language of the site',
  disclosure: 'Disclosure line',
  disclosureHint: 'Always shown; empty uses the language’s own.',
  preview: 'Preview',
  previewTheme: 'Preview theme',
  previewAt: (width: number) => `${width} px wide`,
  take: 'Take it with you',
  zip: 'Download zip',
  zipText: 'index.html, widget.js, snapshot.json, the picture and a README: put them on any static server.',
  single: 'Download single page',
  singleText: 'One HTML file with everything in it, for places that take no more and for frames.',
  snapshotOnly: 'Download snapshot.json',
  changed: 'Changed since it was published',
  unchanged: 'Nothing has changed since it was published.',
  never: 'Not published yet. Any download counts as publishing.',
  pictureToo: 'The picture is a file of its own: upload it too.',
  snippets: 'Snippets',
  script: 'Script with fingerprint',
  frame: 'Sandboxed frame',
  statics: 'Without scripts',
  staticNames: { html: 'HTML', markdown: 'Markdown', bbcode: 'BBCode' },
  svg: 'SVG card',
  png: 'PNG card',
  qrSvg: 'QR as SVG',
  qrPng: 'QR as PNG',
  copy: 'Copy',
  own: 'Only codes of your own can be published.',
  demo: 'These figures are invented. Leave the demo to publish your own.',
};

/** What changed since it was published. */
export const CHANGES = {
  fields: {
    code: 'Code',
    name: 'Name',
    picture: 'Picture',
    layout: 'Layout',
    theme: 'Theme',
    accent: 'Accent',
    lang: 'Language',
    disclosure: 'Disclosure',
    referrals: 'Referrals',
    years: 'Years',
    index: 'Index',
  } as Record<string, string>,
  newCampaign: (title: string) => `New campaign: ${title}`,
  campaignRemoved: (title: string) => `Campaign removed: ${title}`,
  campaignChanged: (title: string) => `Campaign changed: ${title}`,
  picture: 'Picture changed',
  other: 'Words or order changed',
  added: (name: string, after: string) => `${name} added: ${after}`,
  removed: (name: string) => `${name} removed`,
};

/** One change in words. */
export function changeText({ field, before, after }: SnapshotChange): string {
  if (field === 'campaign') {
    if (before === undefined) return CHANGES.newCampaign(after!);
    return after === undefined ? CHANGES.campaignRemoved(before) : CHANGES.campaignChanged(after);
  }
  if (field === 'picture') return CHANGES.picture;
  if (field === 'other') return CHANGES.other;
  const name = CHANGES.fields[field] ?? field;
  if (before === undefined) return CHANGES.added(name, after!);
  return after === undefined ? CHANGES.removed(name) : `${name}: ${before} → ${after}`;
}
