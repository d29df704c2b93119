/** The HTTP face of derivations. */
package ua.vidnova.payments.derivation.rest;
