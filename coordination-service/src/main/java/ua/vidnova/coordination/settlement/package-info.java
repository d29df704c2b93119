/** Settlements: finding them, and whether they are occupied, in combat or liberated. */
package ua.vidnova.coordination.settlement;
