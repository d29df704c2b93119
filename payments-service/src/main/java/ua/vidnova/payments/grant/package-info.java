/** Grants of aid to residents whom no import names: one person proposes, another approves. */
package ua.vidnova.payments.grant;
