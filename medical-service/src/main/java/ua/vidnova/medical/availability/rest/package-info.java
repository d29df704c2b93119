/** The HTTP face of the availability of health services. */
package ua.vidnova.medical.availability.rest;
