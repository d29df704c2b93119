/** The HTTP face of corrections. */
package ua.vidnova.payments.correction.rest;
