/** The line that says what a link is, until the user writes another. */
export const DISCLOSURE = {
  line: 'Advertising: this is my referral link; I may earn a commission if you sign up or trade. Crypto is risky.',
};
