package ua.vidnova.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ua.vidnova.gateway.standins.RawHttp;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class StreamingResourceTest {

  private static final int MIB = 1024 * 1024;

  @TestHTTPResource URI gateway;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + Tokens.partner("ukrposhta").token());
  }

  @Test
  void many_large_bodies_pass_at_once_that_together_exceed_the_heap() {
    var uploads = (int) (Runtime.getRuntime().maxMemory() / (50L * MIB)) + 1;
    var request = request("/api/registry/v1/swallow").POST(zeros(50L * MIB)).build();

    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, uploads)
            .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
            .toList();

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.get(60, TimeUnit.SECONDS).body())
                    .isEqualTo(Long.toString(50L * MIB)));
  }

  @Test
  void a_large_answer_passes_whole() throws Exception {
    var request = request("/api/registry/v1/pour?kibibytes=51200").build();
    try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(50L * MIB);
    }
  }

  @Test
  void the_service_sees_the_first_bytes_before_the_last_are_sent() throws Exception {
    try (var socket = new Socket("localhost", gateway.getPort())) {
      socket.setSoTimeout(10_000);
      send(
          socket,
          "POST /api/registry/v1/answer-early HTTP/1.1",
          "Host: localhost",
          "Authorization: Bearer " + Tokens.partner("ukrposhta").token(),
          "Transfer-Encoding: chunked",
          "Connection: close",
          "",
          "5",
          "first");
      assertThat(readUntil(socket, "first bytes are here")).startsWith("HTTP/1.1 200");
      send(socket, "0", "");
      assertThat(readUntil(socket, "0\r\n\r\n")).isNotEmpty();
    }
  }

  private static void send(Socket socket, String... lines) throws IOException {
    var bytes = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private static String readUntil(Socket socket, String end) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      var next = socket.getInputStream().read();
      assertThat(next).as("more after: %s", read).isNotNegative();
      read.append((char) next);
    }
    return read.toString();
  }

  @Test
  void the_caller_sees_the_first_bytes_before_the_last_are_made() throws Exception {
    var hold = request("/api/registry/v1/hold").build();
    try (var body = client.send(hold, BodyHandlers.ofInputStream()).body()) {
      assertThat(new String(body.readNBytes(11), StandardCharsets.UTF_8)).isEqualTo("first half,");
      client.send(request("/api/registry/v1/release").build(), BodyHandlers.discarding());
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second half");
    }
  }

  @Test
  void an_answer_that_breaks_off_does_not_look_whole() {
    var request = request("/api/registry/v1/break-off-half-way").build();
    assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_caller_who_goes_away_is_not_worked_for_any_longer() throws Exception {
    var before = abandoned();
    try (var socket = new Socket("localhost", gateway.getPort())) {
      send(
          socket,
          "GET /api/registry/v1/never HTTP/1.1",
          "Host: localhost",
          "Authorization: Bearer " + Tokens.partner("ukrposhta").token(),
          "");
      assertThat(abandoned()).isEqualTo(before);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> abandoned() == before + 1);
  }

  private int abandoned() throws Exception {
    var request = request("/api/registry/v1/abandoned").build();
    return Integer.parseInt(client.send(request, BodyHandlers.ofString()).body());
  }

  @Test
  void a_slow_body_is_not_a_slow_service() throws Exception {
    assertThat(swallow("medical", new SlowStream(6, 300))).isEqualTo("6");
  }

  @Test
  void a_connection_that_rested_waits_for_a_body_as_long_as_a_new_one() throws Exception {
    assertThat(swallow("medical", new SlowStream(1, 0))).isEqualTo("1");
    assertThat(swallow("registry", new SlowStream(5, 300))).isEqualTo("5");
    assertThat(swallow("medical", new SlowStream(1, 1000))).isEqualTo("1");
  }

  private String swallow(String service, InputStream body) throws Exception {
    var request =
        request("/api/" + service + "/v1/swallow")
            .POST(BodyPublishers.ofInputStream(() -> body))
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void a_body_that_announces_too_much_is_413_at_once() {
    var answer =
        RawHttp.exchange(
            gateway.getPort(),
            "POST /api/registry/v1/swallow HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + Tokens.partner("ukrposhta").token(),
            "Content-Length: " + (512L * MIB + 1),
            "");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
  }

  @Test
  void a_body_that_grows_too_large_on_the_way_is_413() throws Exception {
    var request =
        request("/api/medical/v1/swallow")
            .POST(BodyPublishers.fromPublisher(zeros(3L * MIB)))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("too-large");
  }

  @Test
  void a_body_of_exactly_the_limit_passes() throws Exception {
    var request =
        request("/api/medical/v1/swallow").POST(BodyPublishers.fromPublisher(zeros(MIB))).build();
    assertThat(client.send(request, BodyHandlers.ofString()).body())
        .isEqualTo(Integer.toString(MIB));
  }

  private static BodyPublisher zeros(long bytes) {
    var chunk = new byte[64 * 1024];
    return BodyPublishers.ofByteArrays(
        () -> IntStream.range(0, (int) (bytes / chunk.length)).mapToObj(i -> chunk).iterator());
  }

  /** A byte at a time, each after a pause: a line as bad as in the field. */
  private static final class SlowStream extends InputStream {
    private int left;
    private final int pauseMillis;

    SlowStream(int bytes, int pauseMillis) {
      this.left = bytes;
      this.pauseMillis = pauseMillis;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left-- == 0) {
        return -1;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 1;
    }
  }
}
