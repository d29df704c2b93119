/** The HTTP face of payment runs. */
package ua.vidnova.payments.run.rest;
