/** What is handed over and not settled, and where partners' words and the books disagree. */
package ua.vidnova.payments.reconciliation;
