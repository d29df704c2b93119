package ua.vidnova.localstack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The program's own plain HTTP/1.1 requests to the servers it started. */
public final class Web {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Web() {}

  /** Whether a GET is answered by 200; no answer counts as no. */
  public static boolean isOk(String uri) {
    try {
      return send(HttpRequest.newBuilder(URI.create(uri))).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }
}
