import { defineReferralCard } from '../../../lib/widget/referral-card';

defineReferralCard();
