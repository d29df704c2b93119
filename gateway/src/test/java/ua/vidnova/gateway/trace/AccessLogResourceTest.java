package ua.vidnova.gateway.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class AccessLogResourceTest {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(ExtLogRecord.wrap(line).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(listener);
  }

  private String lineOf(String requestId) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> lines.stream().anyMatch(line -> line.contains(requestId)));
    return lines.stream().filter(line -> line.contains(requestId)).findFirst().orElseThrow();
  }

  @Test
  void a_line_names_method_route_status_duration_request_and_client() {
    given()
        .header("Authorization", "Bearer " + Tokens.partner("ukrposhta").token())
        .header("X-Request-Id", "request-1")
        .get("/api/registry/v1/residents");
    assertThat(lineOf("request-1"))
        .matches(
            "GET /api/registry/v1/residents status=200 ms=\\d+ request=request-1"
                + " trace=[0-9a-f]{32} client=ukrposhta");
  }

  @Test
  void nothing_of_query_path_values_headers_or_body_is_ever_logged() {
    var token = Tokens.staff("registrar-1").with("name", "Олена Коваль").token();
    for (var path :
        List.of(
            "/api/registry/v1/residents/Shevchenko",
            "/api/payments/v1/batches",
            "/api/medical/v1/never",
            "/api/registry/v1/break-off",
            "/nowhere")) {
      given()
          .header("Authorization", "Bearer " + token)
          .header("X-Request-Id", "request-2")
          .contentType("application/json")
          .body("{\"rnokpp\":\"3126710537\"}")
          .post(path + "?q=Shevchenko&birthDate=1950-01-01&rnokpp=3126710537");
    }
    lineOf("request-2");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> lines.stream().filter(line -> line.contains("request-2")).count() == 5);
    assertThat(String.join("\n", lines))
        .doesNotContain("Shevchenko", "1950-01-01", "3126710537", "Коваль", "birthDate", "eyJ");
  }
}
