package ua.vidnova.registry.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ua.vidnova.registry.resident.ResidentView;

/** Leaves of each account number in stated facts its ending, as the resident's page does. */
public final class AccountEndings {

  private static final String WHOLE = "iban";
  private static final int SHOWN = 4;

  private AccountEndings() {}

  /** The same facts without whole account numbers. */
  public static JsonNode in(JsonNode stated) {
    var shown = stated.deepCopy();
    shorten(shown);
    return shown;
  }

  private static void shorten(JsonNode node) {
    node.forEach(AccountEndings::shorten);
    if (node instanceof ObjectNode object && object.has(WHOLE)) {
      var account = object.remove(WHOLE).asText().strip();
      if (account.length() > SHOWN) {
        object.put("ibanEnding", ResidentView.ending(account));
      }
    }
  }
}
