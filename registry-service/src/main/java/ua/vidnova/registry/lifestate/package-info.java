/** What a report of a death makes of a person. */
package ua.vidnova.registry.lifestate;
