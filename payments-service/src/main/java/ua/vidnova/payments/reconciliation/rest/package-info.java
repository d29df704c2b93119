/** The HTTP face of reconciliation. */
package ua.vidnova.payments.reconciliation.rest;
