package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ua.vidnova.localstack.keycloak.LocalTokens;
import ua.vidnova.localstack.process.Web;

/**
 * The local realm's sample of a SMART app: it sends its user to Keycloak's page (authorization code
 * with PKCE) and has the code that comes back changed for a token.
 */
final class SampleApp {
  private static final String CLIENT = "sample-app";
  private static final String HOME = "http://127.0.0.1/app";
  private static final Pattern FORM =
      Pattern.compile("action=\"([^\"]+/login-actions/authenticate[^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode smart;

  /**
   * @param smart the SMART configuration of a FHIR server
   */
  SampleApp(JsonNode smart) {
    this.smart = smart;
  }

  /** The token that a sample user lets the app have. */
  String token(String user, String scope) {
    String verifier = verifier();
    HttpResponse<String> page = ask(scope, verifier);
    String form = found(FORM, page.body()).replace("&amp;", "&");
    String cookies =
        page.headers().allValues("set-cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    HttpResponse<String> signedIn =
        send(
            post(form, Map.of("username", user, "password", LocalTokens.PASSWORD))
                .header("Cookie", cookies));
    return token(
        Map.of(
            "grant_type", "authorization_code",
            "client_id", CLIENT,
            "redirect_uri", HOME,
            "code", found(CODE, location(signedIn)),
            "code_verifier", verifier));
  }

  /** Where Keycloak sends the app's user back to without having asked for a password. */
  String refusal(String scope) {
    return location(ask(scope, verifier()));
  }

  /** A token for what the form says. */
  String token(Map<String, String> form) {
    HttpResponse<String> answer = send(post(smart.get("token_endpoint").asText(), form));
    try {
      return JSON.readTree(answer.body()).required("access_token").asText();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("Keycloak gives no token: " + answer.body(), e);
    }
  }

  private HttpResponse<String> ask(String scope, String verifier) {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("response_type", "code");
    question.put("client_id", CLIENT);
    question.put("redirect_uri", HOME);
    question.put("scope", scope);
    question.put("state", verifier());
    question.put("code_challenge", challenge(verifier));
    question.put("code_challenge_method", "S256");
    String endpoint = smart.get("authorization_endpoint").asText();
    return send(HttpRequest.newBuilder(URI.create(endpoint + "?" + form(question))));
  }

  private static String found(Pattern pattern, String where) {
    Matcher matcher = pattern.matcher(where);
    if (!matcher.find()) {
      throw new IllegalStateException("Keycloak answers otherwise than expected: " + where);
    }
    return matcher.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private static HttpRequest.Builder post(String url, Map<String, String> form) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form(form)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return Web.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String verifier() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }
}
