/** The HTTP face of award imports. */
package ua.vidnova.payments.awardimport.rest;
