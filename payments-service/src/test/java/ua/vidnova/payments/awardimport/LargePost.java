package ua.vidnova.payments.awardimport;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import ua.vidnova.payments.support.Payments;

/** Sends large bodies without copying them, and returns the status of the answer. */
final class LargePost {

  private LargePost() {}

  static int announced(String path, String contentType, byte[] body) {
    return status(path, contentType, BodyPublishers.ofByteArray(body));
  }

  static int chunked(String path, String contentType, byte[] body) {
    return status(
        path, contentType, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private static int status(String path, String contentType, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + Payments.BASE + path))
            .header("Authorization", "Bearer " + Payments.pensionFund())
            .header("Content-Type", contentType)
            .POST(body)
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
