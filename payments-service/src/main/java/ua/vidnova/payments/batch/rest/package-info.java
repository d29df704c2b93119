/** The HTTP face of batches: the partner API. */
package ua.vidnova.payments.batch.rest;
