/** What other services told of a resident: payments' own reading record. */
package ua.vidnova.payments.resident;
