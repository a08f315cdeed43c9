/**
 * Shows one state alone, in a page of its own: signals and words belong to a page, so that no state sees another.
 * `state.html?state=controls/Menu/open&theme=dark&language=ru`. The page is `data-ready` once the state is there.
 */
import 'fake-indexeddb/auto';
import './stand-ins/moment';
import { until } from './act';
import { type Frame, readState } from './catalogue';
import { browser } from './stand-ins/browser';

const asked = new URLSearchParams(location.search);
const address = asked.get('state') ?? '';

localStorage.setItem('language', asked.get('language') ?? 'en');
const { speakHere } = await import('../../lib/state/language');
await speakHere('dashboard');

// Only now: modules of the product read words as they start.
const state = await readState(address);
const frame: Frame = state.frame ?? 'part';
document.documentElement.dataset.frame = frame;
const theme = asked.get('theme');
if (theme && frame !== 'host') document.documentElement.dataset.theme = theme;
await browser.storage.local.set({
  settings: {
    consentAt: Date.now(),
    codes: ['bpcode', 'TG2024'],
    defaultCode: 'bpcode',
    ...(theme && { theme }),
    ...state.settings,
  },
});
if (state.route) history.replaceState(null, '', `#${state.route}`);

if (frame !== 'host') await import('./state.css');
if (frame === 'host') await state.view();
else if (frame === 'popup') await (await import('./show-popup')).showPopup(state);
else await (await import('./show-dashboard')).showDashboard(state, frame);

await until('the state', () => document.body.querySelector('#app *') ?? frame === 'host');
await state.after?.();
document.documentElement.dataset.ready = '';
