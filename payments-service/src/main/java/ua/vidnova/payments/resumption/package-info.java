/** Bringing a stopped award back: what is still missing, what is owed, and who decides. */
package ua.vidnova.payments.resumption;
