/** Tells partners, at an address of theirs, that something of theirs has happened. */
package ua.vidnova.payments.webhook;
