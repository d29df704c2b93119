/** The International Patient Summary. */
package ua.vidnova.medical.fhir.summary;
