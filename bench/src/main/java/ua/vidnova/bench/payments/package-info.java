/** What a payment run costs. */
package ua.vidnova.bench.payments;
