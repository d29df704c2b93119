/** The HTTP face of overlaps with a Russian pension. */
package ua.vidnova.payments.overlap.rest;
