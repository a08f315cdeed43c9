import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { defineReferralCard } from '../../lib/widget/referral-card';

/** The widget: one script for the affiliate's own site, without globals, storage or any network but its snapshot. */
export default defineUnlistedScript(defineReferralCard);
