import { CodeForm } from '../../../components/links/CodeForm';
import { CodeRow } from '../../../components/links/CodeRow';
import { LinkBuilder } from '../../../components/links/LinkBuilder';
import { LinkCheck } from '../../../components/links/LinkCheck';
import { LinksPage } from '../../../components/links/LinksPage';
import { TermsFields } from '../../../components/links/TermsFields';
import type { CodeNote } from '../../../lib/domain/notebook';
import { note } from '../../../lib/state/commands';
import { today } from '../../../lib/state/session';
import { LONG, nothing, press, send, type } from '../act';
import { CODES } from '../books';
import type { Shown } from '../catalogue';

const DETAILS: CodeNote = {
  label: LONG,
  channel: LONG,
  colour: '#2f6fde',
  country: 'BA',
  terms: [
    { from: 0, ratio: { spot: 4_100, futures: 3_000 }, kickback: { spot: 1_025 } },
    { from: 20_000, ratio: { spot: 5_000 }, kickback: {} },
  ],
};

const form = (details: CodeNote) => (
  <CodeForm details={details} today={today.value} save={nothing} close={nothing} />
);
const row = (code: string, own = true) => (
  <section class="panel box">
    <ul class="list">
      <CodeRow code={code} own={own} today={today.value} />
    </ul>
  </section>
);
const PAGE = 'https://www.binance.com/en/support/announcement/preview-autumn';

export default {
  LinksPage: {
    own: { view: () => <LinksPage today={today.value} />, book: 'own', route: '/links' },
    'a wrong code': {
      view: () => <LinksPage today={today.value} />,
      route: '/links',
      after: async () => {
        await type('.add-code input', 'no code');
        await send('.add-code');
      },
    },
  },
  CodeRow: {
    default: { view: () => row('bpcode'), book: 'own', route: '/links' },
    other: { view: () => row('TG2024'), book: 'own', route: '/links' },
    'not owned': () => row('DEMO_YT', false),
    long: { view: () => row('TG2024'), before: () => note('codes', { TG2024: DETAILS }) },
    editing: { view: () => row('bpcode'), after: () => press('[aria-expanded]') },
  },
  CodeForm: {
    empty: () => form({}),
    filled: () => form(DETAILS),
    failed: {
      view: () => form(DETAILS),
      after: async () => {
        await type('[inputmode="decimal"]', LONG);
        await send();
      },
    },
  },
  TermsFields: {
    none: () => <TermsFields terms={[]} change={nothing} add={nothing} />,
    two: () => (
      <TermsFields
        terms={[
          { from: '', ratio: { spot: '41' }, kickback: {} },
          {
            from: '2026-11-01',
            ratio: { spot: '41', futures: '30', mining: '5' },
            kickback: { spot: '10.25' },
          },
        ]}
        change={nothing}
        add={nothing}
      />
    ),
  },
  LinkBuilder: {
    'join link': () => <LinkBuilder codes={CODES} />,
    'a page': { view: () => <LinkBuilder codes={CODES} />, after: () => type('[type="url"]', PAGE) },
    'no page of Binance': {
      view: () => <LinkBuilder codes={CODES} />,
      after: () => type('[type="url"]', `https://example.invalid/${LONG}`),
    },
    'without a code': {
      view: () => <LinkBuilder codes={[]} />,
      settings: { codes: [], defaultCode: undefined },
    },
  },
  LinkCheck: {
    empty: () => <LinkCheck codes={CODES} />,
    good: { view: () => <LinkCheck codes={CODES} />, after: () => type('.input', `${PAGE}?ref=bpcode`) },
    bad: {
      view: () => <LinkCheck codes={CODES} />,
      after: () => type('.input', `https://example.invalid/${LONG}`),
    },
  },
} satisfies Shown;
