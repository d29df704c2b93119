/** Sums that are handed out at a shop's till to who brings the code. */
package ua.vidnova.payments.voucher;
