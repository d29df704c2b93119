package ua.vidnova.chassis.events;

/**
 * A fact that this service tells others. Implemented by a record whose components are the event's
 * data, as the schema in {@code contracts} promises them.
 */
public interface OutgoingEvent {

  /** Kafka topic. */
  String topic();

  /** CloudEvents type, such as {@code ua.vidnova.registry.ResidentRegistered.v1}. */
  String type();

  /** The id whose order matters; events of one key reach each consumer in order. */
  String key();
}
