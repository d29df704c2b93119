/** The HTTP face of grants. */
package ua.vidnova.payments.grant.rest;
