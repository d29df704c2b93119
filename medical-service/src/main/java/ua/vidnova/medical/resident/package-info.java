/** What the clinic knows of residents: a reading record, kept up by registry's events. */
package ua.vidnova.medical.resident;
