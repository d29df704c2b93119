package ua.vidnova.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import ua.vidnova.localstack.process.ProjectRoot;

/**
 * The realm as production imports it, together with what exists on one's own machine only: sample
 * users, a client that trades their passwords for tokens, and partners' keys that are given here
 * and not fetched from the partner. The overlay's lists are appended.
 */
final class RealmFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealmFile() {}

  /**
   * @param jwks the public keys of the partner with that client id, as RFC 7517 has them
   */
  static byte[] forLocalUse(UnaryOperator<String> jwks) throws IOException {
    ObjectNode realm = read("vidnova-realm.json");
    for (Map.Entry<String, JsonNode> addition : read("local-overlay.json").properties()) {
      ArrayNode list = realm.withArray(addition.getKey());
      addition.getValue().forEach(list::add);
    }
    for (JsonNode client : realm.get("clients")) {
      if (client.get("attributes") instanceof ObjectNode attributes
          && attributes.remove("jwks.url") != null) {
        attributes.put("use.jwks.url", "false");
        attributes.put("use.jwks.string", "true");
        attributes.put("jwks.string", jwks.apply(client.get("clientId").asText()));
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(realm);
  }

  private static ObjectNode read(String name) throws IOException {
    Path file = ProjectRoot.get().resolve("deploy").resolve("realm").resolve(name);
    return (ObjectNode) JSON.readTree(file.toFile());
  }
}
