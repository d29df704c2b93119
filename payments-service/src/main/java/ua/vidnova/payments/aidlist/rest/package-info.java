/** The HTTP face of lists for one-off aid. */
package ua.vidnova.payments.aidlist.rest;
