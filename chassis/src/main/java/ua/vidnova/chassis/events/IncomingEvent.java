package ua.vidnova.chassis.events;

import java.time.Instant;

/**
 * A fact that another service told.
 *
 * @param id unique for ever; the same id twice is the same event
 * @param source the service that told it
 * @param time when it happened there, UTC
 */
public record IncomingEvent<T>(
    String id, String type, String source, String key, Instant time, T data) {}
