/** FHIR transactions: a bundle about one encounter becomes one visit. */
package ua.vidnova.medical.fhir.transaction;
