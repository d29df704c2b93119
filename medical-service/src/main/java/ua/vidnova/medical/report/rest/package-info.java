/** The HTTP face of daily reports. */
package ua.vidnova.medical.report.rest;
