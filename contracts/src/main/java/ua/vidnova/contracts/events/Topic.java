package ua.vidnova.contracts.events;

import java.util.List;

/**
 * A Kafka topic as it must exist before the services start.
 *
 * @param name {@code <service>.<what it tells>}
 * @param key the field of the data whose order matters; the record key of every event on the topic
 * @param partitions at least; may be raised before first use only, since keys move with it
 * @param retentionMs milliseconds that an event stays readable
 * @param restricted whether events carry personal data, so that only its producers and consumers
 *     may be given access
 * @param producers services that write to it, such as {@code registry}
 * @param consumers services that read it
 */
public record Topic(
    String name,
    String key,
    int partitions,
    long retentionMs,
    boolean restricted,
    List<String> producers,
    List<String> consumers) {}
