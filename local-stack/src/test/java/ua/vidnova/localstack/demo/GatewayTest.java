package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final String NAME = "Вигаданенко";

  private final List<String> tokensAskedFor = new ArrayList<>();
  private HttpServer server;
  private Gateway gateway;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", GatewayTest::refuse);
    server.start();
    gateway =
        new Gateway(
            "http://localhost:" + server.getAddress().getPort(),
            name -> {
              tokensAskedFor.add(name);
              return "token-of-" + name;
            });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Refuses with what it was sent. */
  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String problem =
        """
        {"code":"invalid","title":"%s","errors":[{"field":"rnokpp","code":"checksum"}],
         "authorization":"%s"}"""
            .formatted(NAME, exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    exchange.sendResponseHeaders(422, problem.getBytes(UTF_8).length);
    exchange.getResponseBody().write(problem.getBytes(UTF_8));
    exchange.close();
  }

  @Test
  void a_failure_tells_codes_and_fields_and_nothing_that_was_sent_or_answered() {
    String path = Gateway.path("/api/registry/v1/residents", Map.of("q", NAME));

    assertThatThrownBy(() -> gateway.as("registrar").get(path).expect(200))
        .isInstanceOf(StepFailed.class)
        .hasMessage(
            "GET /api/registry/v1/residents was answered by 422 invalid (rnokpp: checksum),"
                + " expected 200");
  }

  @Test
  void no_answer_is_a_failure_too() {
    server.stop(0);

    assertThatThrownBy(() -> gateway.anonymous().post("/api", Map.of("family", NAME)))
        .isInstanceOf(StepFailed.class)
        .hasMessage("POST /api got no answer: ConnectException");
  }

  @Test
  void each_caller_brings_their_own_token_which_is_fetched_once() {
    for (String name : List.of("medic", "officer", "medic")) {
      assertThat(gateway.as(name).get("/").json().get("authorization").asText())
          .isEqualTo("Bearer token-of-" + name);
    }
    assertThat(gateway.anonymous().get("/").json().get("authorization").asText()).isEqualTo("null");
    assertThat(tokensAskedFor).containsExactly("medic", "officer");
  }
}
