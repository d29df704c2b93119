/** The availability of health services as a table. */
package ua.vidnova.medical.availability.files;
