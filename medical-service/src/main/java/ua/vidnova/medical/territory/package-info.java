/** Territories as bounds of lists and reports, and where settlements lie on the map. */
package ua.vidnova.medical.territory;
