package ua.vidnova.gateway.standins;

import io.smallrye.jwt.build.Jwt;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Plays the parts of Keycloak that the gateway talks to, strictly: a code is good once, and only
 * with the client's secret and the verifier of its challenge. Whoever asks to sign in is let in as
 * the registrar. {@code POST /mint} signs any claims.
 */
final class KeycloakStandIn {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** What has to be remembered between the two halves of a sign-in. */
  private record Pending(String challenge, String nonce, String redirectUri) {}

  private final KeyPair keys = newKeys();
  private final KeyPair otherKeys = newKeys();
  private final Map<String, Pending> codes = new ConcurrentHashMap<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private volatile int lifetimeSeconds = 300;
  private volatile boolean refusesRefresh;
  private String realm;

  /** Starts on a port, 0 for any free one; answers the address of the realm. */
  String start(Vertx vertx, int port) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(port, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    realm = "http://localhost:" + server.actualPort() + "/realms/vidnova";
    return realm;
  }

  private void handle(HttpServerRequest request) {
    var path = request.path().replace("/realms/vidnova", "");
    switch (path) {
      case "/.well-known/openid-configuration" -> json(request, discovery());
      case "/certs" -> json(request, new JsonObject().put("keys", new JsonArray().add(jwk())));
      case "/auth" -> authorize(request);
      case "/logout" -> redirect(request, request.getParam("post_logout_redirect_uri"));
      case "/token" -> withForm(request, form -> json(request, tokens(request, form)));
      case "/mint" -> request.body().onSuccess(body -> mint(request, body.toJsonObject()));
      case "/lifetime" -> {
        lifetimeSeconds = Integer.parseInt(request.getParam("seconds"));
        refusesRefresh = "true".equals(request.getParam("refusesRefresh"));
        json(request, new JsonObject().put("refreshes", refreshes.get()));
      }
      default -> request.response().setStatusCode(404).end();
    }
  }

  private void authorize(HttpServerRequest request) {
    if (!"S256".equals(request.getParam("code_challenge_method"))
        || request.getParam("nonce") == null
        || !"gateway".equals(request.getParam("client_id"))) {
      request.response().setStatusCode(400).end();
      return;
    }
    var code = UUID.randomUUID().toString();
    var redirectUri = request.getParam("redirect_uri");
    codes.put(
        code,
        new Pending(request.getParam("code_challenge"), request.getParam("nonce"), redirectUri));
    redirect(request, redirectUri + "?code=" + code + "&state=" + request.getParam("state"));
  }

  private JsonObject tokens(HttpServerRequest request, MultiMap form) {
    var secret =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("gateway:gateway-local-secret".getBytes(StandardCharsets.UTF_8));
    if (!secret.equals(request.getHeader("Authorization"))) {
      return refusal("invalid_client");
    }
    if ("refresh_token".equals(form.get("grant_type"))) {
      refreshes.incrementAndGet();
      return refusesRefresh ? refusal("invalid_grant") : tokens(null);
    }
    var pending = codes.remove(String.valueOf(form.get("code")));
    return pending != null
            && pending.challenge().equals(sha256(form.get("code_verifier")))
            && pending.redirectUri().equals(form.get("redirect_uri"))
        ? tokens(pending.nonce())
        : refusal("invalid_grant");
  }

  private JsonObject tokens(String nonce) {
    var person =
        new JsonObject()
            .put("sub", "registrar-1")
            .put("name", "Олена Коваль")
            .put("preferred_username", "registrar");
    var identity = person.copy().put("aud", "gateway");
    if (nonce != null) {
      identity.put("nonce", nonce);
    }
    var access =
        person
            .copy()
            .put("aud", "vidnova")
            .put("azp", "gateway")
            .put("hromadas", List.of("UA44000000000018893"))
            .put("realm_access", Map.of("roles", List.of("registrar")));
    return new JsonObject()
        .put("id_token", sign(identity, lifetimeSeconds, keys))
        .put("access_token", sign(access, lifetimeSeconds, keys))
        .put("refresh_token", sign(person.copy(), 3600, keys))
        .put("expires_in", lifetimeSeconds)
        .put("token_type", "Bearer");
  }

  private void mint(HttpServerRequest request, JsonObject claims) {
    var seconds = Integer.parseInt(request.getParam("seconds", "300"));
    var signedBy = "true".equals(request.getParam("foreign")) ? otherKeys : keys;
    request.response().end(sign(claims, seconds, signedBy));
  }

  private String sign(JsonObject claims, int seconds, KeyPair by) {
    var now = Instant.now();
    var all =
        new JsonObject()
            .put("iss", realm)
            .put("iat", now.getEpochSecond() - 600)
            .put("exp", now.getEpochSecond() + seconds)
            .mergeIn(claims);
    return Jwt.claims(all.getMap()).jws().keyId("key-1").sign(by.getPrivate());
  }

  private JsonObject discovery() {
    return new JsonObject()
        .put("issuer", realm)
        .put("authorization_endpoint", realm + "/auth")
        .put("token_endpoint", realm + "/token")
        .put("jwks_uri", realm + "/certs")
        .put("end_session_endpoint", realm + "/logout");
  }

  private JsonObject jwk() {
    var key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", "key-1")
        .put("n", BASE64.encodeToString(unsigned(key.getModulus().toByteArray())))
        .put("e", BASE64.encodeToString(key.getPublicExponent().toByteArray()));
  }

  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
  }

  private static JsonObject refusal(String error) {
    return new JsonObject().put("error", error);
  }

  private static void withForm(HttpServerRequest request, Consumer<MultiMap> consumer) {
    request.setExpectMultipart(true);
    request.end().onSuccess(end -> consumer.accept(request.formAttributes()));
  }

  private static void json(HttpServerRequest request, JsonObject answer) {
    var response = request.response().putHeader("Content-Type", "application/json");
    if (answer.containsKey("error")) {
      response.setStatusCode(400);
    }
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(answer.toBuffer());
    }
  }

  private static void redirect(HttpServerRequest request, String address) {
    request
        .response()
        .setStatusCode(302)
        .putHeader("Location", URI.create(address).toString())
        .end();
  }

  private static String sha256(String verifier) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
