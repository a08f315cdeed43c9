import { computed, effect, signal } from '@preact/signals';
import { orderCampaigns, stateOf } from '../domain/campaign';
import { momentOf } from '../domain/day';
import { parseCampaignPage } from '../domain/page-link';
import { parseSnapshot, type Snapshot, type SnapshotFigures } from '../domain/snapshot';
import {
  changesBetween,
  makeSnapshot,
  NO_CHOICE,
  parseChoice,
  type WidgetChoice,
} from '../domain/widget-choice';
import { PUBLIC_FIGURES, readPublicFigures } from '../ledger/public-figures';
import { AUDIENCES } from '../text/widget-words';
import { campaigns } from './campaigns';
import { shownCode } from './code';
import { note } from './commands';
import { spokenLanguage } from './language';
import { notebook } from './notebook';
import { ledger, today } from './session';

/** What is chosen; until the user chooses, the default code and nothing else. */
export const choice = computed<WidgetChoice>(() => {
  const stored = notebook.value.preferences.widget;
  // Whoever reads the dashboard in a language most likely writes in it too.
  const [lang] = spokenLanguage().split('-');
  const chosen = stored ? parseChoice(stored) : { ...NO_CHOICE, ...(lang in AUDIENCES && { lang }) };
  return chosen.code ? chosen : { ...chosen, code: shownCode.value ?? '' };
});

/** Campaigns that can be put on a card: not over, on a page that can carry a code. */
export const offered = computed(() => {
  const now = momentOf(today.value);
  const open = Object.entries(campaigns.value).filter(
    ([, campaign]) => stateOf(campaign, now) !== 'ended' && parseCampaignPage(campaign.url),
  );
  const order = orderCampaigns(
    open.map(([key, campaign]) => ({ ...campaign, key })),
    now,
  );
  return order.slice(0, 60);
});

const figures = signal<SnapshotFigures>({});

export const snapshot = computed<Snapshot | undefined>(() => {
  const { lang, campaigns: keys } = choice.value;
  const chosen = keys.flatMap(key => {
    const campaign = offered.value.find(one => one.key === key);
    return campaign
      ? [{ title: campaign.title, url: campaign.url, ...(campaign.to !== undefined && { to: campaign.to }) }]
      : [];
  });
  // What is not ticked now is not in it, whatever is still being read.
  const ticked = Object.fromEntries(
    Object.entries(figures.value).filter(([figure]) => choice.value.figures.includes(figure)),
  );
  return makeSnapshot(choice.value, AUDIENCES[lang] ?? AUDIENCES.en, chosen, ticked);
});

/** What was published last, and what publishing now would change. */
export const published = computed(() => parseSnapshot(notebook.value.preferences.published));
export const changes = computed(() =>
  published.value && snapshot.value ? changesBetween(published.value, snapshot.value) : [],
);

/** Keeps the ticked figures up to date with the ledger while the section is open. */
export function followFigures(): () => void {
  let asked = 0;
  return effect(() => {
    const question = ++asked;
    const reader = ledger.value;
    const wanted = PUBLIC_FIGURES.filter(figure => choice.value.figures.includes(figure));
    const day = today.value;
    if (!reader || wanted.length === 0) {
      figures.value = {};
      return;
    }
    void readPublicFigures(reader, wanted, day).then(found => {
      if (question === asked) figures.value = found;
    });
  });
}

let choosing: Promise<unknown> = Promise.resolve();

/** Keeps a choice. One after the other: each begins with what the one before has come to. */
export function choose(change: Partial<WidgetChoice>): Promise<unknown> {
  choosing = choosing.then(() => {
    const keys = new Set(offered.peek().map(campaign => campaign.key));
    const before = choice.peek();
    // Campaigns that are over leave with the next change.
    const campaigns = before.campaigns.filter(key => keys.has(key));
    return note('preferences', { widget: { ...before, campaigns, ...change } });
  });
  return choosing;
}

/** Remembers what was handed out, so that the next time says what has changed. */
export async function markPublished(): Promise<void> {
  const now = snapshot.peek();
  if (now) await note('preferences', { published: now });
}
