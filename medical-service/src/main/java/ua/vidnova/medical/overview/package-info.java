/** What a medic must know of a person before the visit begins, drawn from all earlier visits. */
package ua.vidnova.medical.overview;
