/** The HTTP face of the daily review. */
package ua.vidnova.payments.review.rest;
