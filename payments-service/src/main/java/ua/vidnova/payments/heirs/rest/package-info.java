/** The HTTP face of heirs' claims. */
package ua.vidnova.payments.heirs.rest;
