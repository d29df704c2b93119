/** The HTTP face of identifications and their yearly campaign. */
package ua.vidnova.payments.identification.rest;
