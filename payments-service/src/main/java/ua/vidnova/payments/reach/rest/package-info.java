/** How conditional requests are read. */
package ua.vidnova.payments.reach.rest;
