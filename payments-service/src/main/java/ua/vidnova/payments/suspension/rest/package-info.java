/** The HTTP face of suspensions. */
package ua.vidnova.payments.suspension.rest;
