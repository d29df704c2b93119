/** Whose clinical record a caller may open. */
package ua.vidnova.medical.reach;
