/** Who lives with whom, and since when. */
package ua.vidnova.registry.household;
