/** The HTTP face of how residents wish to be paid. */
package ua.vidnova.payments.channel.rest;
