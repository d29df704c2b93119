/** The HTTP face of alerts. */
package ua.vidnova.medical.alert.rest;
