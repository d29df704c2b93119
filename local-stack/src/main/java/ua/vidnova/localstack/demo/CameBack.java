package ua.vidnova.localstack.demo;

import ua.vidnova.localstack.demo.PartnerFile.Payment;

/**
 * What partners did not pay.
 *
 * @param unpaid that nobody took from the post
 * @param rejected by the bank
 * @param pending accepted by the bank, and without an outcome yet
 */
record CameBack(Payment unpaid, Payment rejected, Payment pending) {}
