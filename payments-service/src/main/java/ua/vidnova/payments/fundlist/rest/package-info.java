/** The HTTP face of the Pension Fund's lists. */
package ua.vidnova.payments.fundlist.rest;
