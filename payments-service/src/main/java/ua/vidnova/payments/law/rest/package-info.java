/** The HTTP face of values of law. */
package ua.vidnova.payments.law.rest;
