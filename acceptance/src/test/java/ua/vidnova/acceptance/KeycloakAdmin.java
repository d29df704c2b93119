package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.keycloak.LocalTokens;
import ua.vidnova.localstack.process.Web;

/** Keycloak's administrator, for tokens that no sample user can get. */
final class KeycloakAdmin {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHORT_LIVED = "acceptance-short-lived";

  private final String url;

  KeycloakAdmin(Platform platform) {
    url = platform.part("keycloak").address();
  }

  /** A good token, but of the realm {@code master}. */
  String token() {
    return token("master", "admin-cli", "admin");
  }

  /** A token of a sample user that expires after two seconds. */
  String shortLivedToken(String user) {
    Map<String, Object> client =
        Map.of(
            "clientId",
            SHORT_LIVED,
            "publicClient",
            true,
            "standardFlowEnabled",
            false,
            "directAccessGrantsEnabled",
            true,
            "fullScopeAllowed",
            false,
            "defaultClientScopes",
            List.of("basic", "profile", "staff"),
            "attributes",
            Map.of("access.token.lifespan", "2"));
    send(
        asAdmin("/admin/realms/vidnova/clients")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json(client))),
        201);
    return token("vidnova", SHORT_LIVED, user);
  }

  /** Gives a sample user's account one value of an attribute. */
  void setAttribute(String user, String attribute, String value) {
    String users = "/admin/realms/vidnova/users";
    String found = send(asAdmin(users + "?exact=true&username=" + user), 200).body();
    ObjectNode account = (ObjectNode) read(found).get(0);
    account.withObject("attributes").putArray(attribute).add(value);
    send(
        asAdmin(users + "/" + account.get("id").asText())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(json(account))),
        204);
  }

  private HttpRequest.Builder asAdmin(String path) {
    return request(path).header("Authorization", "Bearer " + token());
  }

  private String token(String realm, String client, String user) {
    String form =
        Map.of(
                "grant_type",
                "password",
                "client_id",
                client,
                "username",
                user,
                "password",
                LocalTokens.PASSWORD)
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            request("/realms/" + realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)),
            200);
    return read(answer.body()).get("access_token").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, int expected) {
    try {
      HttpResponse<String> answer = Web.send(request);
      if (answer.statusCode() != expected) {
        throw new IllegalStateException("Keycloak: " + answer.statusCode() + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
