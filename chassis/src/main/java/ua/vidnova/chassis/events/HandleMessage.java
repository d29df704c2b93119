package ua.vidnova.chassis.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.contracts.events.EventCatalogue;
import ua.vidnova.contracts.events.EventType;

/** Gives one message to the handler of its type, in one transaction with the inbox. */
@ApplicationScoped
class HandleMessage {

  private final Map<String, EventHandler<?>> handlers;
  private final EventCatalogue catalogue = EventCatalogue.platform();
  private final EventSchemas schemas;
  private final Inbox inbox;
  private final ObjectMapper json;

  @Inject
  HandleMessage(
      @All List<EventHandler<?>> handlers, EventSchemas schemas, Inbox inbox, ObjectMapper json) {
    this.handlers =
        handlers.stream().collect(Collectors.toMap(EventHandler::type, Function.identity()));
    this.schemas = schemas;
    this.inbox = inbox;
    this.json = EventJson.of(json);
  }

  /** Why a message cannot be handled, now or ever. */
  enum Refusal {
    /** Its CloudEvents headers are missing or broken. */
    NOT_A_CLOUD_EVENT,
    /** Nobody has published this type. */
    UNKNOWN_TYPE,
    /** Its data breaks the published schema. */
    INVALID_DATA,
    /** Its handler threw. */
    HANDLER_FAILED,
    /** An earlier message of its key is parked. */
    BEHIND_PARKED
  }

  /**
   * Handles a message; its effect happens once, however often it comes.
   *
   * @return why it can never be handled; empty when it was, or is none of this service's business
   * @throws RuntimeException what the handler threw; nothing was kept
   */
  @ActivateRequestContext
  Optional<Refusal> handle(Message message) {
    var id = message.header("ce_id");
    var typeName = message.header("ce_type");
    var time = message.header("ce_time").flatMap(HandleMessage::instant);
    if (id.isEmpty()
        || typeName.isEmpty()
        || time.isEmpty()
        || message.header("ce_source").isEmpty()) {
      return Optional.of(Refusal.NOT_A_CLOUD_EVENT);
    }
    var type = catalogue.find(typeName.get());
    if (type.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_TYPE);
    }
    var handler = handlers.get(typeName.get());
    if (handler == null) {
      return Optional.empty();
    }
    return dispatch(handler, type.get(), id.get(), time.get(), message);
  }

  private <T> Optional<Refusal> dispatch(
      EventHandler<T> handler, EventType type, String id, Instant time, Message message) {
    T data;
    try {
      JsonNode tree = json.readTree(message.data() == null ? new byte[0] : message.data());
      if (message.key() == null || !schemas.accepts(type, tree)) {
        return Optional.of(Refusal.INVALID_DATA);
      }
      data = json.treeToValue(tree, handler.dataType());
    } catch (JsonProcessingException e) {
      return Optional.of(Refusal.INVALID_DATA);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    var source = message.header("ce_source").orElseThrow();
    var event = new IncomingEvent<>(id, type.type(), source, message.key(), time, data);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (inbox.isFirst(id)) {
                handler.handle(event);
              }
            });
    return Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
