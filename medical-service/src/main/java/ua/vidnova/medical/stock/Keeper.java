package ua.vidnova.medical.stock;

import java.time.Instant;

/**
 * Who moves stock, and when.
 *
 * @param id subject of the token
 * @param name for people to read
 */
record Keeper(String id, String name, Instant at) {}
