package ua.vidnova.chassis.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.contracts.events.EventCatalogue;
import ua.vidnova.contracts.events.EventType;

/** Holds a service to what contracts promises of its events. */
public final class EventContract {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private EventContract() {}

  /** The event is published on its topic, keyed as promised, with data that its schema allows. */
  public static void assertMatches(OutgoingEvent event) {
    var type = EventCatalogue.platform().get(event.type());
    var data = JSON.valueToTree(event);
    Assertions.assertThat(event.topic()).isEqualTo(type.topic().name());
    Assertions.assertThat(event.key()).isEqualTo(data.path(type.topic().key()).asText());
    Assertions.assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(type.producerSchema())
                .validate(
                    data,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as("breaches of the schema of %s", event.type())
        .isEmpty();
  }

  /** The service handles exactly the types that contracts says it receives. */
  public static void assertHandlesWhatItReceives(
      String service, Iterable<? extends EventHandler<?>> handlers) {
    var handled =
        StreamSupport.stream(handlers.spliterator(), false)
            .map(EventHandler::type)
            .collect(Collectors.toSet());
    Assertions.assertThat(handled).isEqualTo(types(EventCatalogue.platform().receivedBy(service)));
  }

  /** The service has an event record for exactly the types that contracts says it sends. */
  public static void assertSendsWhatItPromises(
      String service, Collection<? extends OutgoingEvent> oneOfEach) {
    oneOfEach.forEach(EventContract::assertMatches);
    Assertions.assertThat(oneOfEach.stream().map(OutgoingEvent::type).collect(Collectors.toSet()))
        .isEqualTo(types(EventCatalogue.platform().sentBy(service)));
  }

  private static java.util.Set<String> types(Collection<EventType> types) {
    return types.stream().map(EventType::type).collect(Collectors.toSet());
  }
}
