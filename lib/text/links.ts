import type { LinkHealth } from '../domain/link-health';
import { counted } from './amounts';
import { count } from './format';

export const LINKS = {
  title: 'Links',
  lead: 'Your own referral codes. The default one is in every link this extension makes.',
  field: 'Referral code',
  hint: 'Letters, digits and _; from your Binance referral page.',
  add: 'Add code',
  invalid: 'A code has 3 to 32 letters, digits or _.',
  known: 'This code is in the list already.',
  yours: 'Your codes',
  budget: (n: number, of: number) => `${count(n)} of ${counted(of, 'code')}`,
  budgetField: 'Codes Binance allows',
  budgetHint: 'Public articles say 20; some accounts have more.',
  none: 'No code yet. Add the one from your Binance referral page.',
  found: 'Found in your imports',
  foundWhy: 'These codes stand in your exports. Add those that are yours.',
  isDefault: '★ Default',
  makeDefault: (code: string) => `Make ${code} the default`,
  remove: (code: string) => `Remove ${code}`,
  edit: (code: string) => `Edit ${code}`,
  use: (code: string) => `Add ${code}`,
  useShort: 'Add',
  removeShort: 'Remove',
  editShort: 'Edit',
  defaultShort: '☆ Default',
  demo: 'Codes of the demo lead nowhere. Add your own to get a link that works.',
  earned: 'Commission',
  referrals: 'Referrals',
  traders: 'Traders',
  conversion: 'Conversion',
  clicks: 'Clicks',
  clicksWhy: 'As Binance counts them, for the connected account.',
  conversionWhy: 'Referrals that ever brought a commission, of all that registered with the code',
  label: 'Label',
  channel: 'Channel',
  colour: 'Colour',
  country: 'Country of the channel',
  countryHint: 'For referrals whose country you have not told one by one.',
  noCountry: 'Not told',
  terms: 'Ratios and kickback',
  termsHint:
    'What Binance pays you, and which share of it goes to your friends, in percent. A change gets a date of its own.',
  since: 'From',
  ratio: 'Ratio',
  kickback: 'To friends',
  addTerms: 'Add a change',
  removeTerms: 'Remove this change',
  badPercent: 'Percent are numbers from 0 to 100 with at most two decimals.',
  badTermsDay: 'Every change but the first needs its day.',
  builder: 'Link builder',
  builderLead: 'Any campaign page of binance.com with your code.',
  page: 'Page on binance.com',
  pageHint: 'Leave empty for the join link.',
  code: 'Code',
  source: 'utm_source',
  medium: 'utm_medium',
  campaign: 'utm_campaign',
  noPage: 'That is no campaign page of www.binance.com. Mirrors and look-alikes are refused.',
  built: 'Your link',
  credit:
    'No public source proves that Binance counts a code on a campaign page. The join link surely counts.',
  health: 'Link check',
  healthLead: 'Paste a link you have published somewhere.',
  healthField: 'Link to check',
  good: 'good',
  bad: 'wrong',
};

export const FORMS: Record<LinkHealth['form'], string> = {
  join: 'It is the join link, the form Binance tells affiliates to use.',
  register: 'It is the register form: it works for every code.',
  page: 'It is a campaign page. No public source proves that a code on it counts.',
  futures: 'It is the old futures form.',
  short: 'It is a short link: which code it leads to cannot be seen.',
  unknown: 'It is no form of link known for referrals.',
};

/** What a link check says. */
export const FINDINGS = {
  elsewhere: 'It does not lead to Binance.',
  binance: 'It leads to Binance.',
  own: (code: string) => `${code} is your code.`,
  foreign: (code: string) => `${code} is none of your codes.`,
  noCode: 'It has no code.',
  doubled: 'It has more than one code.',
  recalls: 'It also counts old users who come back.',
  noRecall: 'It does not count old users who come back; the join link does.',
};

export interface Finding {
  ok: boolean;
  text: string;
}

/** What a link check found, in the order of what matters. */
export function findings(health: LinkHealth): Finding[] {
  if (!health.host) return [{ ok: false, text: FINDINGS.elsewhere }];
  const known = health.form !== 'unknown' && health.form !== 'short';
  return [
    { ok: true, text: FINDINGS.binance },
    { ok: known, text: FORMS[health.form] },
    ...(health.form === 'short'
      ? []
      : [
          health.code
            ? {
                ok: health.own,
                text: (health.own ? FINDINGS.own : FINDINGS.foreign)(health.code),
              }
            : { ok: false, text: FINDINGS.noCode },
        ]),
    ...(health.doubled ? [{ ok: false, text: FINDINGS.doubled }] : []),
    ...(known
      ? [
          {
            ok: health.recalls,
            text: health.recalls ? FINDINGS.recalls : FINDINGS.noRecall,
          },
        ]
      : []),
  ];
}
