/** Months for which a person receives a Russian pension too, which are not owed. */
package ua.vidnova.payments.overlap;
