/** The doors to needs and visit lists. */
package ua.vidnova.medical.need.rest;
