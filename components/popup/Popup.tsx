import { useState } from 'preact/hooks';
import { isFresh } from '../../lib/domain/coverage';
import { dayOf } from '../../lib/domain/day';
import { joinLink } from '../../lib/domain/link';
import { exactDecimal } from '../../lib/domain/money';
import type { DashboardHash } from '../../lib/domain/section';
import type { GlanceFigure, GlanceView } from '../../lib/ledger/glance';
import {
  detail,
  glance,
  glanceCode,
  glancePage,
  glanceSettings,
  setGlanceAppend,
} from '../../lib/state/glance';
import { CURRENCY, change, count, DASH, direction, exactMoney, moment, money } from '../../lib/text/format';
import { GLANCE_NAMES, POPUP } from '../../lib/text/popup';
import { ABOUT, LINK, PRODUCT } from '../../lib/text/product';
import { Sparkline } from '../chart/Sparkline';
import { CopyButton } from '../controls/CopyButton';
import { heroFigure, heroOf } from './hero';
import { lazily } from './lazily';

const LazyQr = lazily(() => import('../qr/QrCode').then(module => module.QrCode), 202);
const LazyPage = lazily(() => import('./ThisPage').then(module => module.ThisPage), 150);

const FRESH = { '--tone': 'var(--up)' };

type Open = (hash: DashboardHash) => void;

interface Props {
  open: Open;
  /** It stands beside the page, and stays open. */
  panel?: boolean;
}

/** The glance: what came in, and the link to give away. */
export function Popup({ open, panel = false }: Props) {
  const view = glance.value;
  const settings = glanceSettings.value;
  if (view === 'damaged') return <Damaged open={open} />;
  if (view && view !== 'none') return <PopupFigures view={view} open={open} panel={panel} />;
  // Until both have answered nothing is drawn: a welcome that flashes up is worse than a frame of nothing.
  if (!view || !settings) return null;
  return <Welcome consented={settings.consentAt !== undefined} open={open} panel={panel} />;
}

function Damaged({ open }: { open: Open }) {
  return (
    <main>
      <div class="welcome" role="alert">
        <h1>{POPUP.damagedTitle}</h1>
        <p>{POPUP.damaged}</p>
        <button type="button" class="btn primary" onClick={() => open('')}>
          {POPUP.open}
        </button>
      </div>
    </main>
  );
}

function Welcome({ consented, ...more }: Required<Props> & { consented: boolean }) {
  const { open } = more;
  return (
    <>
      <main class="welcome">
        <i class="mark" aria-hidden="true" />
        <h1>{PRODUCT}</h1>
        <p>{consented ? POPUP.nothing : POPUP.welcome}</p>
        <button type="button" class="btn primary" onClick={() => open(consented ? '#/data' : '')}>
          {consented ? POPUP.import : POPUP.start}
        </button>
        <p class="note">{ABOUT.disclaimer}</p>
      </main>
      {consented && <LinkRow {...more} />}
    </>
  );
}

function PopupFigures({ view, ...more }: Required<Props> & { view: GlanceView }) {
  const { open } = more;
  const today = dayOf(Date.now());
  const figure = heroFigure(view.figures);
  const hero = heroOf(view);
  const upTo = moment(view.source.upTo, today);
  return (
    <main>
      <h1 class="sr">{PRODUCT}</h1>
      <div class="top">
        {view.source.id === 'demo' && <span class="demo-tag">{ABOUT.demo}</span>}
        <div class="lead">{hero.lead}</div>
        <div class="big" data-figure>
          <data
            {...(hero.period && { 'data-metric': 'commission', 'data-period': hero.period })}
            value={hero.value}
            title={hero.title}
          >
            {hero.text}
          </data>{' '}
          <small>{CURRENCY}</small>
        </div>
        <div class="under">
          {figure ? <Under figure={figure} words /> : <small>{POPUP.noneOf(upTo)}</small>}
        </div>
      </div>
      <div class="wave">
        <Sparkline values={view.spark} tone="accent" label={POPUP.spark} />
      </div>
      <div class={figure ? 'cells' : 'cells four'}>
        {view.figures
          .filter(f => f !== figure)
          .map(f => (
            <div key={f.period}>
              <span class="k">{GLANCE_NAMES[f.period]}</span>
              <Amount figure={f} />
              <em>
                <Under figure={f} />
              </em>
            </div>
          ))}
      </div>
      <Counts figure={figure ?? view.figures[2]} />
      <LinkRow {...more} />
      <div class="ft">
        <span>
          <i style={isFresh(view.source.upTo, Date.now()) ? FRESH : undefined} />
          {ABOUT.dataUpTo(upTo)}
        </span>
        <button type="button" class="btn plain" onClick={() => open('')}>
          {POPUP.open}
        </button>
      </div>
    </main>
  );
}

function Amount({ figure }: { figure: GlanceFigure }) {
  return (
    <data
      data-metric="commission"
      data-period={figure.period}
      value={exactDecimal(figure.commission)}
      title={exactMoney(figure.commission)}
    >
      {figure.covered ? money(figure.commission) : DASH}
    </data>
  );
}

/** The change, with what it is measured against where there is room. */
function Under({ figure, words }: { figure: GlanceFigure; words?: boolean }) {
  const of = detail.value?.changes[figure.period];
  if (!figure.covered) return <span class="muted">{POPUP.noData}</span>;
  return (
    <>
      {of && <span class={direction(of)}>{change(of)}</span>}
      {words && of && <small> {POPUP.versus[figure.period]}</small>}
      {figure.unpriced > 0 && <small> {POPUP.unpriced(figure.unpriced)}</small>}
    </>
  );
}

/** The people of a period: who came, who traded. */
function Counts({ figure }: { figure: GlanceFigure }) {
  const traders = detail.value?.traders[figure.period];
  const cells: [string, string, number | undefined][] = [
    ['referrals', POPUP.newReferrals, figure.newReferrals],
    ['traders-spot', POPUP.spotTraders, traders?.[0]],
    ['traders-futures', POPUP.futuresTraders, traders?.[1]],
  ];
  return (
    <div class="counts">
      {cells.map(([metric, words, n]) => (
        <div key={metric}>
          <data
            data-metric={metric}
            data-period={figure.period}
            value={n === undefined ? undefined : String(n)}
          >
            {n === undefined ? '\u00a0' : figure.covered || n > 0 ? count(n) : DASH}
          </data>
          {words}
        </div>
      ))}
    </div>
  );
}

function LinkRow({ open, panel }: Required<Props>) {
  const [qr, setQr] = useState(false);
  const [refused, setRefused] = useState(false);
  const code = glanceCode.value;
  if (!code) {
    return (
      <div class="lk">
        <div>
          <span>{LINK.none}</span>
        </div>
        <span />
        <button type="button" class="btn" onClick={() => open('#/links')}>
          {LINK.add}
        </button>
      </div>
    );
  }
  const link = joinLink(code);
  const page = glancePage.value;
  return (
    <>
      {page && <LazyPage here={page} code={code} panel={panel} />}
      <div class="lk">
        <div>
          <b>{code}</b>
          <span>{link.replace('https://www.', '')}</span>
        </div>
        <button type="button" class="btn" aria-expanded={qr} onClick={() => setQr(!qr)}>
          {LINK.qr}
        </button>
        <CopyButton text={link} onRefused={() => setRefused(true)} />
        {refused && (
          <input
            class="refused"
            readOnly
            value={link}
            aria-label={LINK.copyFailed}
            ref={field => field?.select()}
          />
        )}
      </div>
      <label class="append">
        <input
          type="checkbox"
          checked={glanceSettings.value?.autoAppend ?? false}
          onChange={event => setGlanceAppend(event.currentTarget.checked)}
        />
        {POPUP.append}
      </label>
      {qr && (
        <div class="qr-sheet">
          <LazyQr text={link} title={LINK.qrTitle(code)} side={200} />
        </div>
      )}
    </>
  );
}
