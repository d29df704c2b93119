package ua.vidnova.gateway.standins;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Bearer tokens of the stand-in for Keycloak. A good one unless told otherwise. */
public final class Tokens {

  private final Map<String, Object> claims = new HashMap<>();
  private int seconds = 300;
  private boolean foreign;

  private Tokens() {}

  public static Tokens partner(String client) {
    return new Tokens()
        .with("aud", "vidnova")
        .with("sub", "service-account-" + client)
        .with("azp", client)
        .with("organisation", "21560045");
  }

  public static Tokens staff(String subject) {
    return new Tokens()
        .with("aud", "vidnova")
        .with("sub", subject)
        .with("azp", "vidnova-cli")
        .with("realm_access", Map.of("roles", List.of("registrar")));
  }

  public Tokens with(String claim, Object value) {
    claims.put(claim, value);
    return this;
  }

  public Tokens expired() {
    seconds = -60;
    return this;
  }

  /** Signed with a key that is not the realm's. */
  public Tokens ofForeignKey() {
    foreign = true;
    return this;
  }

  public String token() {
    return given()
        .contentType("application/json")
        .body(claims)
        .post(realm() + "/mint?seconds=" + seconds + "&foreign=" + foreign)
        .asString();
  }

  /** Sets how long tokens of sessions live from now on; answers how many were refreshed so far. */
  public static int sessionsLive(int seconds, boolean refusesRefresh) {
    return given()
        .get(realm() + "/lifetime?seconds=" + seconds + "&refusesRefresh=" + refusesRefresh)
        .path("refreshes");
  }

  public static String realm() {
    return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
  }
}
