package ua.vidnova.payments.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.payments.awardimport.StatedFacts;

/** How stated facts are kept: as JSON. */
@ApplicationScoped
class FactsText {

  private final ObjectMapper json;

  @Inject
  FactsText(ObjectMapper json) {
    this.json = json;
  }

  String write(StatedFacts facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stated facts cannot be kept", e);
    }
  }

  StatedFacts read(String text) {
    try {
      return json.readValue(text, StatedFacts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stated facts cannot be read again", e);
    }
  }
}
