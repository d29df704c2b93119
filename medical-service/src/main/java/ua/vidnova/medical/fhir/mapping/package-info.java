/** A resident and the parts of a visit as FHIR resources, a class for each type. */
package ua.vidnova.medical.fhir.mapping;
