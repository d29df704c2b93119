/** What was unpaid when somebody died, and its way to the family or the heirs. */
package ua.vidnova.payments.heirs;
