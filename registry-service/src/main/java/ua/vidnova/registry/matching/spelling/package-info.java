/** One name in its many spellings: Ukrainian, Russian, and Latin by any of the passport tables. */
package ua.vidnova.registry.matching.spelling;
