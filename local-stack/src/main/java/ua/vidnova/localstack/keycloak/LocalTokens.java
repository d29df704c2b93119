package ua.vidnova.localstack.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.localstack.process.Web;

/** Access tokens of the local realm for its sample users and partner clients. */
public final class LocalTokens {
  /** Of every sample user. */
  public static final String PASSWORD = "vidnova-local";

  public static final List<String> USERS =
      List.of(
          "registrar",
          "registrar-other",
          "medic",
          "brigade-lead",
          "protection-officer",
          "officer",
          "approver",
          "payments-head",
          "coordinator",
          "auditor",
          "administrator",
          "administrator-other");
  public static final List<String> PARTNERS =
      List.of("pension-fund", "oschadbank", "ukrposhta", "shop");

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final String realmUrl;
  private final Function<String, PartnerKey> keys;

  /**
   * @param keys the key pair of each of {@link #PARTNERS}
   */
  LocalTokens(String realmUrl, Function<String, PartnerKey> keys) {
    this.realmUrl = realmUrl;
    this.keys = keys;
  }

  /** The secret of a client that is no partner's. */
  public static String secretOf(String client) {
    return client + "-local-secret";
  }

  /**
   * A token that is good for ten minutes.
   *
   * @param name one of {@link #USERS} or {@link #PARTNERS}
   * @throws IllegalArgumentException for another name
   */
  public String token(String name) {
    if (USERS.contains(name)) {
      return request(
          Map.of(
              "grant_type",
              "password",
              "client_id",
              "vidnova-cli",
              "username",
              name,
              "password",
              PASSWORD));
    }
    if (PARTNERS.contains(name)) {
      return request(clientCredentials(name));
    }
    throw new IllegalArgumentException(
        "No sample user or partner is called "
            + name
            + ". There are: "
            + Stream.concat(USERS.stream(), PARTNERS.stream()).collect(Collectors.joining(", ")));
  }

  /**
   * A partner's token that is bound to the partner's own key (RFC 9449).
   *
   * @param name one of {@link #PARTNERS}
   */
  public String boundToken(String name) {
    return request(
        clientCredentials(name),
        "DPoP",
        DpopProof.of("POST", tokenEndpoint()).signedBy(keys.apply(name)));
  }

  private Map<String, String> clientCredentials(String partner) {
    return Map.of(
        "grant_type",
        "client_credentials",
        "client_id",
        partner,
        "client_assertion_type",
        ASSERTION_TYPE,
        "client_assertion",
        keys.apply(partner).assertion(partner, realmUrl));
  }

  private String tokenEndpoint() {
    return realmUrl + "/protocol/openid-connect/token";
  }

  private String request(Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(tokenEndpoint()))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      HttpResponse<String> answer = Web.send(request);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("Keycloak refuses a token: " + answer.body());
      }
      return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak does not answer at " + realmUrl, e);
    }
  }
}
