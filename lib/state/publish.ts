import { computed, effect, signal } from '@preact/signals';
import { zipSync } from 'fflate';
import { orderCampaigns, stateOf } from '../domain/campaign';
import { parseCampaignPage } from '../domain/link';
import { qrPath } from '../domain/qr-path';
import { isPicture, joinOf, parseSnapshot, type Snapshot, type SnapshotFigures } from '../domain/snapshot';
import {
  changesBetween,
  makeSnapshot,
  NO_CHOICE,
  parseChoice,
  type WidgetChoice,
} from '../domain/widget-choice';
import { PUBLIC_FIGURES, readPublicFigures } from '../ledger/public-figures';
import {
  frameSnippet,
  indexPage,
  readmeText,
  scriptSnippet,
  singlePage,
  svgCard,
} from '../text/widget-forms';
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
  const now = today.value * 86_400_000;
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

/** Side of the square a picture is cut to, px. */
const PICTURE_SIDE = 160;

/** Makes a small square picture of a file and keeps it. @returns whether it was a picture. */
export async function choosePicture(file: Blob): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(file);
    const side = Math.min(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = PICTURE_SIDE;
    canvas.height = PICTURE_SIDE;
    canvas
      .getContext('2d')!
      .drawImage(
        bitmap,
        (bitmap.width - side) / 2,
        (bitmap.height - side) / 2,
        side,
        side,
        0,
        0,
        PICTURE_SIDE,
        PICTURE_SIDE,
      );
    // Drawn anew: whatever else the file held (where and when it was taken) stays behind.
    const picture = canvas.toDataURL('image/jpeg', 0.86);
    if (!isPicture(picture)) return false;
    await choose({ picture });
    return true;
  } catch {
    // A file that is no picture: the form says so.
    return false;
  }
}

let script: Promise<string> | undefined;
/** The widget as the extension carries it. */
function widgetScript(): Promise<string> {
  script ??= fetch('/widget.js').then(answer => answer.text());
  return script;
}

/** Makes `<referral-card>` known to this page, for the previews: the very script that is handed out. */
export function loadWidget(): void {
  if (document.querySelector('script[src="/widget.js"]')) return;
  const tag = document.createElement('script');
  tag.src = '/widget.js';
  document.head.append(tag);
}

async function fingerprint(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

/** Remembers what was handed out, so that the next time says what has changed. */
export async function markPublished(): Promise<void> {
  const now = snapshot.peek();
  if (now) await note('preferences', { published: now });
}

/** The snapshot as it lies in the folder, its picture as a file beside it. */
function besideOf(of: Snapshot): { beside: Snapshot; file?: { name: string; bytes: Uint8Array } } {
  const [, type, data] = /^data:image\/(png|jpeg|webp);base64,(.*)$/.exec(of.picture ?? '') ?? [];
  if (!type) return { beside: of };
  const name = `picture.${type === 'jpeg' ? 'jpg' : type}`;
  return {
    beside: { ...of, picture: name },
    file: { name, bytes: Uint8Array.from(atob(data), c => c.charCodeAt(0)) },
  };
}

const snapshotText = (of: Snapshot) => `${JSON.stringify(besideOf(of).beside, null, 1)}\n`;

/** The one file that changes when it is published again. */
export const snapshotFile = (of: Snapshot): Blob =>
  new Blob([snapshotText(of)], { type: 'application/json' });

/** The zip with everything: pictures lie beside the snapshot in it. */
export async function zipFile(of: Snapshot, reserve: string): Promise<Blob> {
  const encoder = new TextEncoder();
  const { beside, file } = besideOf(of);
  const files: Record<string, Uint8Array> = {
    'index.html': encoder.encode(indexPage(beside, reserve)),
    'widget.js': encoder.encode(await widgetScript()),
    'snapshot.json': encoder.encode(snapshotText(of)),
    ...(file && { [file.name]: file.bytes }),
    'README.txt': encoder.encode(readmeText(of)),
  };
  return new Blob([zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

export async function singleFile(of: Snapshot): Promise<Blob> {
  return new Blob([singlePage(of, await widgetScript())], { type: 'text/html' });
}

export async function snippets(
  of: Snapshot,
  reserve: string,
  height: number,
): Promise<{ script: string; frame: string }> {
  const integrity = await fingerprint(await widgetScript());
  return { script: scriptSnippet(of, reserve, integrity), frame: frameSnippet(of, height) };
}

const cardOf = (of: Snapshot) => svgCard(of, qrPath(joinOf(of)));

export const svgFile = (of: Snapshot): Blob => new Blob([cardOf(of).svg], { type: 'image/svg+xml' });

/** The same as pixels, at twice its size. */
export async function pngFile(of: Snapshot): Promise<Blob> {
  const url = URL.createObjectURL(svgFile(of));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 1_280;
    canvas.height = cardOf(of).height * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
