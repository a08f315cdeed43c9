import { useEffect, useState } from 'preact/hooks';
import { joinOf, type Snapshot } from '../../lib/domain/snapshot';
import { singleFile, snapshotFile, snippets, zipFile } from '../../lib/state/card-files';
import { isDemo } from '../../lib/state/code';
import { changes, markPublished, published } from '../../lib/state/publish';
import { settings } from '../../lib/state/session';
import { changeText, PUBLISH } from '../../lib/text/publish';
import { staticForm } from '../../lib/text/widget-forms';
import { CopyButton } from '../controls/CopyButton';
import { saveFile } from '../controls/save-file';
import { qrPng, qrSvg } from '../qr/QrCode';
import { pngFile, svgFile } from './card-picture';

interface Props {
  snapshot: Snapshot;
  /** Heights by width: see measure-heights. */
  reserve: string;
}

const STATICS = ['html', 'markdown', 'bbcode'] as const;

/** Everything a card can be taken away as. */
export function TakeAway({ snapshot, reserve }: Props) {
  const own = settings.value.codes.includes(snapshot.code);
  if (!own || isDemo.value) {
    return (
      <section class="panel box">
        <h2>{PUBLISH.take}</h2>
        <p class="note">{isDemo.value ? PUBLISH.demo : PUBLISH.own}</p>
      </section>
    );
  }
  const save = async (name: string, file: Promise<Blob> | Blob) => {
    saveFile(name, await file);
    await markPublished();
  };
  const link = joinOf(snapshot);
  return (
    <>
      <section class="panel box stack" aria-labelledby="take-title">
        <h2 id="take-title">{PUBLISH.take}</h2>
        <div class="grid two">
          <div>
            <button
              type="button"
              class="btn primary"
              onClick={() => save('referral-card.zip', zipFile(snapshot, reserve))}
            >
              {PUBLISH.zip}
            </button>
            <p class="note">{PUBLISH.zipText}</p>
          </div>
          <div>
            <button type="button" class="btn" onClick={() => save('card.html', singleFile(snapshot))}>
              {PUBLISH.single}
            </button>
            <p class="note">{PUBLISH.singleText}</p>
          </div>
        </div>
        <Again save={() => save('snapshot.json', snapshotFile(snapshot))} />
      </section>
      <Snippets snapshot={snapshot} reserve={reserve} />
      <section class="panel box stack" aria-labelledby="statics-title">
        <h2 id="statics-title">{PUBLISH.statics}</h2>
        {STATICS.map(format => (
          <Snippet key={format} name={PUBLISH.staticNames[format]} text={staticForm(format, snapshot)} />
        ))}
        <div class="acts">
          <button type="button" class="btn" onClick={() => saveFile('referral-card.svg', svgFile(snapshot))}>
            {PUBLISH.svg}
          </button>
          <button
            type="button"
            class="btn"
            onClick={async () => saveFile('referral-card.png', await pngFile(snapshot))}
          >
            {PUBLISH.png}
          </button>
          <button
            type="button"
            class="btn"
            onClick={() => saveFile('referral-qr.svg', new Blob([qrSvg(link)], { type: 'image/svg+xml' }))}
          >
            {PUBLISH.qrSvg}
          </button>
          <button
            type="button"
            class="btn"
            onClick={async () => saveFile('referral-qr.png', await qrPng(link))}
          >
            {PUBLISH.qrPng}
          </button>
        </div>
      </section>
    </>
  );
}

/** Publishing again: one file, and what it changes. */
function Again({ save }: { save: () => void }) {
  const all = changes.value;
  if (!published.value) return <p class="note">{PUBLISH.never}</p>;
  if (all.length === 0) return <p class="note">{PUBLISH.unchanged}</p>;
  return (
    <div class="again" role="status">
      <b>{PUBLISH.changed}</b>
      <ul class="note">
        {all.map(change => (
          <li key={changeText(change)}>{changeText(change).slice(0, 300)}</li>
        ))}
      </ul>
      {all.some(change => change.field === 'picture') && <p class="note">{PUBLISH.pictureToo}</p>}
      <button type="button" class="btn" onClick={save}>
        {PUBLISH.snapshotOnly}
      </button>
    </div>
  );
}

function Snippets({ snapshot, reserve }: Props) {
  const [made, setMade] = useState<{ script: string; frame: string }>();
  useEffect(() => {
    const narrow = Number(
      reserve
        .split(' ')
        .find(pair => pair.startsWith('360:'))
        ?.slice(4) ?? 420,
    );
    void snippets(snapshot, reserve, narrow + 2).then(setMade);
  }, [snapshot, reserve]);
  return (
    <section class="panel box stack" aria-labelledby="snippets-title">
      <h2 id="snippets-title">{PUBLISH.snippets}</h2>
      {made && <Snippet name={PUBLISH.script} text={made.script} />}
      {made && <Snippet name={PUBLISH.frame} text={made.frame} />}
    </section>
  );
}

function Snippet({ name, text }: { name: string; text: string }) {
  return (
    <div class="snippet">
      <div class="spread">
        <h3>{name}</h3>
        <CopyButton text={text} label={PUBLISH.copy} />
      </div>
      <textarea class="input area mono" readOnly rows={4} aria-label={name} value={text} />
    </div>
  );
}
