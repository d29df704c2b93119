/** The double-entry ledger: reading it and proving it; triggers of the database write it. */
package ua.vidnova.payments.ledger;
