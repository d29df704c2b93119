/** The spelling of names, and the keys by which they are compared. */
package ua.vidnova.registry.names;
