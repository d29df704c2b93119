/** Records that turned out to be of one person, and the way back. */
package ua.vidnova.registry.merge;
