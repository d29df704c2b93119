package ua.vidnova.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import ua.vidnova.localstack.process.ProjectRoot;

/**
 * The realm as production imports it, together with what exists on one's own machine only: sample
 * users, and a client that trades their passwords for tokens. The overlay's lists are appended.
 */
final class RealmFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealmFile() {}

  static byte[] forLocalUse() throws IOException {
    ObjectNode realm = read("vidnova-realm.json");
    for (Map.Entry<String, JsonNode> addition : read("local-overlay.json").properties()) {
      ArrayNode list = realm.withArray(addition.getKey());
      addition.getValue().forEach(list::add);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(realm);
  }

  private static ObjectNode read(String name) throws IOException {
    Path file = ProjectRoot.get().resolve("deploy").resolve("realm").resolve(name);
    return (ObjectNode) JSON.readTree(file.toFile());
  }
}
