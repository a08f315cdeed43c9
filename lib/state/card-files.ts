import { zipSync } from 'fflate';
import type { Snapshot } from '../domain/snapshot';
import { frameSnippet, indexPage, readmeText, scriptSnippet, singlePage } from '../text/widget-forms';

let script: Promise<string> | undefined;
/** The widget as the extension carries it. */
function widgetScript(): Promise<string> {
  script ??= fetch('/widget.js').then(answer => answer.text());
  return script;
}

async function fingerprint(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
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
