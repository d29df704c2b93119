/** What became of referrals, and which are still open. */
package ua.vidnova.medical.referral;
