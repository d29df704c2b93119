/** The HTTP face of resumptions. */
package ua.vidnova.payments.resumption.rest;
