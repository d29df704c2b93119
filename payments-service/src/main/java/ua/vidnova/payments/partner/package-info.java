/** Partners' profiles: what an operator agreed with each bank and with the post, as data. */
package ua.vidnova.payments.partner;
