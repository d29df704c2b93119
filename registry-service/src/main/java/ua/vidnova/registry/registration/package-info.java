/** Entering a person in the registry, once. */
package ua.vidnova.registry.registration;
