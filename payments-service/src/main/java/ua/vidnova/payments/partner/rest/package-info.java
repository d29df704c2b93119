/** The HTTP face of partners' profiles. */
package ua.vidnova.payments.partner.rest;
