/** Trips of brigades: where they stop on which day, and what became of it. */
package ua.vidnova.coordination.trip;
