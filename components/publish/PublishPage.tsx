import { useEffect, useState } from 'preact/hooks';
import { choice, followFigures, snapshot } from '../../lib/state/publish';
import { PUBLISH } from '../../lib/text/publish';
import { SectionPage } from '../shell/SectionPage';
import { CardPreview } from './CardPreview';
import { loadWidget } from './load-widget';
import { measureHeights } from './measure-heights';
import { PublishForm } from './PublishForm';
import { TakeAway } from './TakeAway';

/** Widths a card is looked at: beside a text, in a text, across a page. */
const WIDTHS = [280, 420, 760];
const SCHEMES = ['light', 'dark'] as const;

/** The widget: what it shows, how it looks, and everything it can be taken away as. */
export function PublishPage({ today }: { today: number }) {
  const [scheme, setScheme] = useState<(typeof SCHEMES)[number]>('light');
  const [reserve, setReserve] = useState('');
  const shown = snapshot.value;
  useEffect(loadWidget, []);
  useEffect(followFigures, []);
  useEffect(() => {
    if (!shown) return;
    // The element may still be on its way.
    const ends = new AbortController();
    void customElements.whenDefined('referral-card').then(() => {
      if (!ends.signal.aborted) setReserve(measureHeights(shown));
    });
    return () => ends.abort();
  }, [shown]);
  return (
    <SectionPage title={PUBLISH.title} today={today}>
      <p class="note lead-note">{PUBLISH.lead}</p>
      {choice.value.code === '' && (
        <div class="notice">
          <span class="grow">{PUBLISH.noCode}</span>
          <a class="btn" href="#/links">
            {PUBLISH.goLinks}
          </a>
        </div>
      )}
      <PublishForm />
      <section class="panel box stack" aria-labelledby="preview-title">
        <div class="spread">
          <h2 id="preview-title">{PUBLISH.preview}</h2>
          <fieldset class="choices" aria-label={PUBLISH.previewTheme}>
            {SCHEMES.map(value => (
              <label key={value}>
                <input
                  type="radio"
                  name="preview"
                  checked={scheme === value}
                  onChange={() => setScheme(value)}
                />
                {PUBLISH.themes[value]}
              </label>
            ))}
          </fieldset>
        </div>
        <div class="previews">
          {shown &&
            WIDTHS.map(width => <CardPreview key={width} snapshot={shown} width={width} scheme={scheme} />)}
        </div>
      </section>
      {shown && <TakeAway snapshot={shown} reserve={reserve} />}
    </SectionPage>
  );
}
