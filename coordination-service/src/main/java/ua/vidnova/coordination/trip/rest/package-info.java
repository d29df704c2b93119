/** The doors to trips. */
package ua.vidnova.coordination.trip.rest;
