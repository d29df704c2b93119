package ua.vidnova.chassis.events;

/**
 * What a service does when it hears of one type of event. An application-scoped bean. It runs in
 * the transaction that notes the event as received, so its effect in the database happens exactly
 * once. When it throws, it is repeated a few times; then the message is parked and stops its key.
 */
public interface EventHandler<T> {

  /** CloudEvents type that it handles. */
  String type();

  /** Record that the data is read into; fields that it does not have are passed over. */
  Class<T> dataType();

  void handle(IncomingEvent<T> event);
}
