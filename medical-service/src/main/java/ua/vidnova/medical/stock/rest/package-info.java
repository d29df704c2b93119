/** Stock over HTTP. */
package ua.vidnova.medical.stock.rest;
