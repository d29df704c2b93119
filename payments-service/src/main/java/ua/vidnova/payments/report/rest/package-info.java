/** The HTTP face of partners' reports. */
package ua.vidnova.payments.report.rest;
