/** The HTTP face of what was not collected. */
package ua.vidnova.payments.nonreceipt.rest;
