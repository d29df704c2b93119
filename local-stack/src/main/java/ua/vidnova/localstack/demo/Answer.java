package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What came back for a request.
 *
 * @param request method and path, without parameters, which may be personal data
 */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

  public String text() {
    return new String(body, UTF_8);
  }

  /**
   * @throws StepFailed if it is not JSON
   */
  public JsonNode json() {
    try {
      return Gateway.JSON.readTree(body);
    } catch (IOException e) {
      throw new StepFailed(request + " was answered by " + status + " and no JSON", e);
    }
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The code of a problem; empty if it is none. */
  public String code() {
    return isProblem() ? json().path("code").asText() : "";
  }

  /** Fields and codes of a problem, such as {@code rnokpp: checksum}. */
  public List<String> errors() {
    return StreamSupport.stream(json().path("errors").spliterator(), false)
        .map(error -> error.path("field").asText() + ": " + error.path("code").asText())
        .toList();
  }

  private boolean isProblem() {
    return header("Content-Type").startsWith("application/problem+json");
  }

  /**
   * @throws StepFailed if it has none of the statuses
   */
  public Answer expect(int... statuses) {
    if (Arrays.stream(statuses).noneMatch(one -> one == status)) {
      String expected =
          Arrays.stream(statuses).mapToObj(Integer::toString).collect(Collectors.joining(" or "));
      throw new StepFailed(describe() + ", expected " + expected);
    }
    return this;
  }

  /**
   * @throws StepFailed if it is not a problem of this status and code
   */
  public Answer expectProblem(int expectedStatus, String expectedCode) {
    if (status != expectedStatus || !code().equals(expectedCode)) {
      throw new StepFailed(describe() + ", expected " + expectedStatus + " " + expectedCode);
    }
    return this;
  }

  private String describe() {
    String seen = request + " was answered by " + status;
    return isProblem()
        ? seen + " " + code() + (errors().isEmpty() ? "" : " (" + String.join(", ", errors()) + ")")
        : seen;
  }
}
