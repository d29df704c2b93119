package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ua.vidnova.localstack.process.Interrupted;

/** A door of the platform, usually the gateway, as callers with tokens of the realm meet it. */
public final class Gateway {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  /** Tokens are good for ten minutes. */
  private static final Duration TOKEN_KEPT = Duration.ofMinutes(8);

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String url;
  private final UnaryOperator<String> tokens;
  private final Map<String, Token> known = new ConcurrentHashMap<>();

  /**
   * @param url scheme, host and port
   * @param tokens gives an access token of a sample user or partner
   */
  public Gateway(String url, UnaryOperator<String> tokens) {
    this.url = url;
    this.tokens = tokens;
  }

  private record Token(String text, Instant since) {

    boolean isFresh() {
      return since.plus(TOKEN_KEPT).isAfter(Instant.now());
    }
  }

  /** Where a path can be looked at. */
  public String address(String path) {
    return url + path;
  }

  /** A sample user or partner of the local realm. */
  public Caller as(String name) {
    return new Caller(Map.of("Authorization", "Bearer " + token(name)));
  }

  /** Someone without a token, or with whatever headers are added. */
  public Caller anonymous() {
    return new Caller(Map.of());
  }

  private String token(String name) {
    return known
        .compute(
            name,
            (user, token) ->
                token != null && token.isFresh()
                    ? token
                    : new Token(tokens.apply(user), Instant.now()))
        .text();
  }

  /** The id by which audit trails know a sample user or partner. */
  public String subjectOf(String name) {
    byte[] claims = Base64.getUrlDecoder().decode(token(name).split("\\.")[1]);
    try {
      return JSON.readTree(claims).get("sub").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path with query parameters. */
  public static String path(String path, Map<String, ?> parameters) {
    return path
        + parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode("" + each.getValue(), UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** Sends requests with the same headers. */
  public final class Caller {
    private final Map<String, String> headers;

    private Caller(Map<String, String> headers) {
      this.headers = headers;
    }

    /** The same caller with one header more. */
    public Caller with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Caller(more);
    }

    public Answer get(String path) {
      return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path) {
      return send("POST", path, null, BodyPublishers.noBody());
    }

    /**
     * @param body becomes JSON
     */
    public Answer post(String path, Object body) {
      return send("POST", path, "application/json", json(body));
    }

    /**
     * @param body becomes JSON
     */
    public Answer put(String path, Object body) {
      return send("PUT", path, "application/json", json(body));
    }

    /** Sends bytes as they are. */
    public Answer post(String path, String contentType, byte[] body) {
      return send("POST", path, contentType, BodyPublishers.ofByteArray(body));
    }

    /**
     * @throws StepFailed when there is no answer
     */
    private Answer send(String method, String path, String contentType, BodyPublisher body) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path))
              .timeout(ANSWER_WITHIN)
              .method(method, body);
      headers.forEach(request::setHeader);
      if (contentType != null) {
        request.setHeader("Content-Type", contentType);
      }
      String named = method + " " + path.replaceFirst("\\?.*", "");
      try {
        HttpResponse<byte[]> response =
            http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(named, response.statusCode(), response.headers(), response.body());
      } catch (IOException e) {
        throw new StepFailed(named + " got no answer: " + e.getClass().getSimpleName(), e);
      } catch (InterruptedException e) {
        throw Interrupted.of(e);
      }
    }

    private static BodyPublisher json(Object body) {
      try {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
