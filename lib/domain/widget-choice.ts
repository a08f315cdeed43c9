import { isCode } from './link';
import {
  isPicture,
  LAYOUTS,
  type Layout,
  parseSnapshot,
  type Snapshot,
  type SnapshotCampaign,
  type SnapshotFigures,
  type SnapshotWords,
  THEMES,
  type Theme,
} from './snapshot';

/** What the user has chosen to publish. */
export interface WidgetChoice {
  code: string;
  name: string;
  picture: string;
  /** Keys of campaigns. */
  campaigns: string[];
  /** Figures ticked one by one. */
  figures: string[];
  layout: Layout;
  theme: Theme;
  accent: string;
  lang: string;
  /** Empty: the language's own. */
  disclosure: string;
}

export const NO_CHOICE: WidgetChoice = {
  code: '',
  name: '',
  picture: '',
  campaigns: [],
  figures: [],
  layout: 'card',
  theme: 'auto',
  accent: '#f2a93b',
  lang: 'en',
  disclosure: '',
};

/** Reads a stored choice, field by field: a backup may hold anything. */
export function parseChoice(raw: unknown): WidgetChoice {
  const fields = (typeof raw === 'object' && raw ? raw : {}) as Record<string, unknown>;
  const text = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : '');
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string').slice(0, 100) : [];
  const { code, picture, layout, theme, accent } = fields;
  return {
    code: typeof code === 'string' && isCode(code) ? code : '',
    name: text(fields.name, 60),
    picture: isPicture(picture) ? picture : '',
    campaigns: texts(fields.campaigns),
    figures: texts(fields.figures),
    layout: LAYOUTS.find(one => one === layout) ?? NO_CHOICE.layout,
    theme: THEMES.find(one => one === theme) ?? NO_CHOICE.theme,
    accent: typeof accent === 'string' && /^#[0-9a-f]{6}$/.test(accent) ? accent : NO_CHOICE.accent,
    lang: text(fields.lang, 12) || NO_CHOICE.lang,
    disclosure: text(fields.disclosure, 400),
  };
}

/** The snapshot of a choice, through the same reader that the widget has: what that would drop is not in it. */
export function makeSnapshot(
  choice: WidgetChoice,
  audience: { words: SnapshotWords; rtl?: true },
  campaigns: SnapshotCampaign[],
  figures: SnapshotFigures,
): Snapshot | undefined {
  const { code, name, picture, layout, theme, accent, lang, disclosure } = choice;
  return parseSnapshot({
    v: 1,
    code,
    name,
    picture,
    layout,
    theme,
    accent,
    lang,
    rtl: audience.rtl === true,
    words: { ...audience.words, ...(disclosure.trim() && { disclosure }) },
    campaigns,
    figures,
  });
}

/** What a new snapshot changes, by field; campaigns by title. */
export interface SnapshotChange {
  field: string;
  before?: string;
  after?: string;
}

export function changesBetween(before: Snapshot, after: Snapshot): SnapshotChange[] {
  const changes: SnapshotChange[] = [];
  const compare = (field: string, a: unknown, b: unknown) => {
    const [x, y] = [a, b].map(value => (value === undefined ? undefined : String(value)));
    if (x !== y)
      changes.push({ field, ...(x !== undefined && { before: x }), ...(y !== undefined && { after: y }) });
  };
  for (const field of ['code', 'name', 'layout', 'theme', 'accent', 'lang'] as const)
    compare(field, before[field], after[field]);
  if (before.picture !== after.picture) changes.push({ field: 'picture' });
  compare('disclosure', before.words.disclosure, after.words.disclosure);
  for (const figure of ['referrals', 'years', 'index'] as const)
    compare(figure, before.figures[figure], after.figures[figure]);
  const told = (of: Snapshot) => new Map(of.campaigns.map(campaign => [campaign.url, campaign]));
  const [old, fresh] = [told(before), told(after)];
  for (const [url, { title }] of old) if (!fresh.has(url)) compare('campaign', title, undefined);
  for (const [url, campaign] of fresh) {
    const same = old.get(url);
    if (!same) compare('campaign', undefined, campaign.title);
    else if (same.to !== campaign.to || same.title !== campaign.title) {
      changes.push({ field: 'campaign', before: campaign.title, after: campaign.title });
    }
  }
  // Anything else, words and order among it: nothing that differs may pass for the same.
  if (changes.length === 0 && JSON.stringify(before) !== JSON.stringify(after))
    changes.push({ field: 'other' });
  return changes;
}
