/** How figures come about: the rule of ARCHITECTURE.md (*The ledger*), as users read it. */
export const COUNTING = {
  title: 'How is this counted?',
  rules: [
    'One payment is what happened: its moment, referral, asset, amount, kind and market. However a file spells it, it counts once. Equal payments of one moment count as often as the file that has most of them.',
    'Files that overlap are put together. Of files that only meet, all rows count, and the receipt names where.',
    'Each moment counts from the best source that speaks for it: Binance’s exports, then copies saved by a spreadsheet, then your connected account, then statements, then copies of statements, then what your own files say was credited.',
    'A payment may be credited up to two hours after it was earned. Where one source ends or begins, rows are compared by asset and amount, and where these differ by their sums: what both have counts once.',
    'Where another source has every row of an export and more, as when the export was filtered, the rest counts too, of nobody.',
    'Rows that a newer export lacks within its time are kept until you decide. Your decision stands until a file has them again.',
    'Values are the export’s own. Rows without them get the price their asset opened at on their day; what has no price is told beside the sum and is not in it.',
    'Days are days in UTC.',
  ],
};
