/** Finding that two records speak of one person, and saying why. Nothing here merges anything. */
package ua.vidnova.registry.matching;
