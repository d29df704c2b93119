/** Trips of brigades as coordination told them: a copy to read, never to write but by events. */
package ua.vidnova.medical.trip;
