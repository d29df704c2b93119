/** The registry with many residents: loading, searching, registering, importing. */
package ua.vidnova.bench.registry;
