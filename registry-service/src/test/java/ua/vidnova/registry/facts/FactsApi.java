package ua.vidnova.registry.facts;

import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registrar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.registry.TestPeople;

/** Stating facts, as a registrar's device does. */
public final class FactsApi {

  private FactsApi() {}

  /** A submission of statements, each JSON. */
  public static ObjectNode submission(String... statements) {
    return TestPeople.read(
        """
        {"id": "%s", "deviceTime": "2026-11-20T09:00:00Z", "statements": [%s]}
        """
            .formatted(Ids.newId(), String.join(",", statements)));
  }

  /** A statement by evidence of a level. */
  public static String by(String level, String fact) {
    return """
    {"evidenceLevel": "%s", "fact": %s}
    """
        .formatted(level, fact);
  }

  /** The same, true from a day. */
  public static String since(String day, String level, String fact) {
    return """
    {"evidenceLevel": "%s", "since": "%s", "fact": %s}
    """
        .formatted(level, day, fact);
  }

  /** A fact that a court has found. */
  public static String found(String fact) {
    return """
    {"evidenceLevel": "ORIGINAL", "fact": %s, "court": {"court": "Вигаданий міський суд",
     "caseNumber": "415/1234/26", "decidedOn": "2026-10-01", "inForceOn": "2026-11-01"}}
    """
        .formatted(fact);
  }

  public static String name(String family) {
    return """
    {"kind": "NAME", "family": "%s", "given": "Ганна", "patronymic": "Прикладівна"}
    """
        .formatted(family);
  }

  public static String life(String event, String on) {
    return """
    {"kind": "LIFE_STATE", "event": "%s", "on": "%s"}
    """
        .formatted(event, on);
  }

  public static String retraction(String statementId) {
    return """
    {"kind": "RETRACTION", "statementId": "%s", "reason": "Помилка запису"}
    """
        .formatted(statementId);
  }

  /** States as the registrar of the whole oblast. */
  public static ValidatableResponse state(String residentId, String... statements) {
    return send(residentId, submission(statements), registrar());
  }

  /** Sends a submission with a token. */
  public static ValidatableResponse send(String residentId, ObjectNode body, String token) {
    return as(token)
        .contentType("application/json")
        .body(body.toString().getBytes(StandardCharsets.UTF_8))
        .post(RESIDENTS + "/" + residentId + "/statements")
        .then();
  }

  /** States one thing that is kept, and returns the id of its statement. */
  public static String stated(String residentId, String statement) {
    return state(residentId, statement).statusCode(201).extract().path("statements[0].id");
  }

  public static ValidatableResponse history(String residentId, String token) {
    return as(token).get(RESIDENTS + "/" + residentId + "/history").then();
  }

  /** Answers an open question. */
  public static ValidatableResponse answer(String questionId, String decision, String token) {
    return as(token)
        .contentType("application/json")
        .body(
            """
            {"decision": "%s", "reason": "Checked with the register"}
            """
                .formatted(decision))
        .post("/api/registry/v1/open-questions/" + questionId + "/answer")
        .then();
  }
}
