/** Finding people in the own territory. */
package ua.vidnova.registry.search;
