/** Residents at risk, who exist only for the staff named for them. */
package ua.vidnova.registry.shield;
