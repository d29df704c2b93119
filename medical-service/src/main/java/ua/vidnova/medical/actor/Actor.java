package ua.vidnova.medical.actor;

import java.time.Instant;

/**
 * Who does something, and when.
 *
 * @param id subject of the token
 * @param name for people to read
 */
public record Actor(String id, String name, Instant at) {}
