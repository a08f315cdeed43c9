export const FIRST_RUN = {
  title: 'Your referral income, exact and yours to keep',
  lead: 'Before anything is read or stored, this is what it does.',
  points: [
    [
      'Stays in this browser',
      'The commission exports you import are read here and kept in this browser’s own database. Nothing is sent anywhere; there is no server, no account, no analytics.',
    ],
    [
      'Keeps what you give it',
      'Commissions with their referral ids, your referral codes, your settings. Remove the extension or press Erase, and all of it is gone.',
    ],
    [
      'Adds your code only when you ask',
      'On campaign pages of www.binance.com it shows small Copy referral link buttons. A link is made when you press one, or, if you turn that on in Settings, when you copy a campaign address. Pages, addresses and other people’s codes are left alone.',
    ],
  ] as [title: string, text: string][],
  agree: 'Agree and start',
  demo: 'Try the demo',
  demoNote: 'The demo agrees to the same and fills the dashboard with invented figures.',
};
