/** Emergency access over HTTP. */
package ua.vidnova.medical.emergency.rest;
