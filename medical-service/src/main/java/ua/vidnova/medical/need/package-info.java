/** Who awaits a visit, why, in which order, and the list that a brigade takes along. */
package ua.vidnova.medical.need;
