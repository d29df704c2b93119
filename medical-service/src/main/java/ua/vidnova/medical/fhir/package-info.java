/** The clinical record as HL7 FHIR R4, for reading; the only place that knows HAPI. */
package ua.vidnova.medical.fhir;
