/** The HTTP face of cash points. */
package ua.vidnova.coordination.cashpoint.rest;
