/** The HTTP face of programmes. */
package ua.vidnova.payments.programme.rest;
