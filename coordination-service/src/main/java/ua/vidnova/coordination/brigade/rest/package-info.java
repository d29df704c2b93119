/** The doors to brigades. */
package ua.vidnova.coordination.brigade.rest;
