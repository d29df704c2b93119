/** The HTTP face of resumptions without application. */
package ua.vidnova.payments.automatic.rest;
