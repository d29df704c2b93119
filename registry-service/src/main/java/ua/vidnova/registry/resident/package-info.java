/** The current view of a person, and who may see which part of it. */
package ua.vidnova.registry.resident;
