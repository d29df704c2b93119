/** The HTTP face of applications. */
package ua.vidnova.payments.application.rest;
