/** What coordination told of settlements: payments' own reading record. */
package ua.vidnova.payments.settlement;
