/** The HTTP face of the ledger. */
package ua.vidnova.payments.ledger.rest;
