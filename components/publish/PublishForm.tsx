import { useEffect, useState } from 'preact/hooks';
import { LAYOUTS, MOST_CAMPAIGNS, THEMES } from '../../lib/domain/snapshot';
import { PUBLIC_FIGURES } from '../../lib/ledger/public-figures';
import { choice, choose, offered } from '../../lib/state/publish';
import { settings } from '../../lib/state/session';
import { PUBLISH } from '../../lib/text/publish';
import { AUDIENCES } from '../../lib/text/widget-words';
import { squarePicture } from './square-picture';

/** What the card shows and how it looks. Every change is kept at once. */
export function PublishForm() {
  const now = choice.value;
  const codes = settings.value.codes;
  const chosen = now.campaigns.filter(key => offered.value.some(campaign => campaign.key === key));
  const toggled = (list: string[], key: string, on: boolean) =>
    on ? [...list, key] : list.filter(other => other !== key);
  return (
    <section class="panel box stack publish-form" aria-labelledby="what-title">
      <div class="grid two">
        <div class="stack">
          <h2 id="what-title">{PUBLISH.what}</h2>
          <label class="field">
            {PUBLISH.code}
            <select class="input" value={now.code} onChange={e => choose({ code: e.currentTarget.value })}>
              {(codes.includes(now.code) || !now.code ? codes : [now.code, ...codes]).map(code => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </select>
          </label>
          <Kept name={PUBLISH.name} value={now.name} most={60} keep={name => choose({ name })} />
          <Picture picture={now.picture} />
          <fieldset class="ticks">
            <legend>
              {PUBLISH.campaigns} <small>{PUBLISH.chosen(chosen.length)}</small>
            </legend>
            {offered.value.length === 0 && <p class="note">{PUBLISH.noCampaigns}</p>}
            <div class="tick-list">
              {offered.value.map(({ key, title }) => {
                const on = chosen.includes(key);
                return (
                  <label key={key} class="check">
                    <input
                      type="checkbox"
                      checked={on}
                      disabled={!on && chosen.length >= MOST_CAMPAIGNS}
                      onChange={e => choose({ campaigns: toggled(chosen, key, e.currentTarget.checked) })}
                    />
                    <span>{title.slice(0, 160)}</span>
                  </label>
                );
              })}
            </div>
          </fieldset>
        </div>
        <div class="stack">
          <fieldset class="ticks">
            <legend>
              {PUBLISH.figures} <small>{PUBLISH.figuresHint}</small>
            </legend>
            {PUBLIC_FIGURES.map(figure => (
              <label key={figure} class="check">
                <input
                  type="checkbox"
                  checked={now.figures.includes(figure)}
                  onChange={e => choose({ figures: toggled(now.figures, figure, e.currentTarget.checked) })}
                />
                <span>{PUBLISH.figureNames[figure]}</span>
              </label>
            ))}
          </fieldset>
          <h2>{PUBLISH.look}</h2>
          <Radios
            name={PUBLISH.layout}
            all={LAYOUTS}
            texts={PUBLISH.layouts}
            value={now.layout}
            set={layout => choose({ layout })}
          />
          <Radios
            name={PUBLISH.theme}
            all={THEMES}
            texts={PUBLISH.themes}
            value={now.theme}
            set={theme => choose({ theme })}
          />
          <div class="fields">
            <label class="field">
              {PUBLISH.accent}
              <input
                class="input colour"
                type="color"
                value={now.accent}
                onChange={e => choose({ accent: e.currentTarget.value.toLowerCase() })}
              />
            </label>
            <label class="field grow">
              {PUBLISH.language}
              <select class="input" value={now.lang} onChange={e => choose({ lang: e.currentTarget.value })}>
                {Object.entries(AUDIENCES).map(([lang, { name }]) => (
                  <option key={lang} value={lang} lang={lang}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Kept
            name={PUBLISH.disclosure}
            hint={PUBLISH.disclosureHint}
            value={now.disclosure}
            most={400}
            keep={disclosure => choose({ disclosure })}
          />
        </div>
      </div>
    </section>
  );
}

interface KeptProps {
  name: string;
  hint?: string;
  value: string;
  most: number;
  keep: (value: string) => void;
}

/** A text that is kept when one leaves it. */
function Kept({ name, hint, value, most, keep }: KeptProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <label class="field">
      {name}
      <input
        class="input"
        type="text"
        value={text}
        maxLength={most}
        onInput={e => setText(e.currentTarget.value)}
        onChange={() => text !== value && keep(text)}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
}

function Picture({ picture }: { picture: string }) {
  const [bad, setBad] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const square = await squarePicture(file);
    setBad(square === undefined);
    if (square !== undefined) await choose({ picture: square });
  };
  return (
    <div class="acts picture-row">
      {picture && <img src={picture} alt="" width={44} height={44} />}
      <label class="btn">
        {PUBLISH.choosePicture}
        <input
          class="sr"
          type="file"
          accept="image/*"
          onChange={e => {
            void take(e.currentTarget.files?.[0]);
            e.currentTarget.value = '';
          }}
        />
      </label>
      {picture && (
        <button type="button" class="btn" onClick={() => choose({ picture: '' })}>
          {PUBLISH.removePicture}
        </button>
      )}
      {bad && (
        <span class="error" role="alert">
          {PUBLISH.badPicture}
        </span>
      )}
    </div>
  );
}

interface RadiosProps<T extends string> {
  name: string;
  all: readonly T[];
  texts: Record<T, string>;
  value: T;
  set: (value: T) => void;
}

function Radios<T extends string>({ name, all, texts, value, set }: RadiosProps<T>) {
  return (
    <fieldset class="choices">
      <legend>{name}</legend>
      {all.map(one => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => set(one)} />
          {texts[one]}
        </label>
      ))}
    </fieldset>
  );
}
