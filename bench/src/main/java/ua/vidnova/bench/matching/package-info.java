/** How well the registry recognises people, on labelled pairs of invented records. */
package ua.vidnova.bench.matching;
