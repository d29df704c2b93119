package ua.vidnova.chassis.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How event data is written and read: absent rather than null, and tolerant of newer fields. */
final class EventJson {

  private EventJson() {}

  static ObjectMapper of(ObjectMapper service) {
    return service
        .copy()
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  }
}
