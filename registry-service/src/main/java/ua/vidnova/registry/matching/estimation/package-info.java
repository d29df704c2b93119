/** Estimating the matcher's tables from pairs whose truth nobody has told. */
package ua.vidnova.registry.matching.estimation;
