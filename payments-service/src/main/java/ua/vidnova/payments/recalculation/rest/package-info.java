/** The HTTP face of recalculations. */
package ua.vidnova.payments.recalculation.rest;
