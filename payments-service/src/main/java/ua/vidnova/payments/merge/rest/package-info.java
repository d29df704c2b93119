/** The HTTP face of differences. */
package ua.vidnova.payments.merge.rest;
