/** What the Pension Fund corrects of awards that it had told before. */
package ua.vidnova.payments.correction;
