package ua.vidnova.registry.cases;

import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.TestPeople.woman;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.registry.TestPeople;

/** Cases as registrars work on them. */
public final class CasesApi {

  public static final String CASES = "/api/registry/v1/cases";

  private CasesApi() {}

  /** A submission of someone new. */
  public static ObjectNode submission(String service) {
    return submissionOf(registered(woman()), service);
  }

  /** A submission of a resident. */
  public static ObjectNode submissionOf(String residentId, String service) {
    return TestPeople.read("{}").put("residentId", residentId).put("service", service);
  }

  public static ValidatableResponse submit(ObjectNode submission) {
    return submit(submission, registrar());
  }

  public static ValidatableResponse submit(ObjectNode submission, String token) {
    return post(CASES, submission.toString(), token);
  }

  public static ValidatableResponse post(String path, String body, String token) {
    return as(token).contentType("application/json").body(body).post(path).then();
  }

  /** A case of someone new, submitted today. */
  public static String submitted(String service) {
    return submit(submission(service)).statusCode(201).extract().path("id");
  }

  public static ValidatableResponse show(String id) {
    return as(registrar()).get(CASES + "/" + id).then();
  }

  /** Moves a case; more are further members of the request, such as {@code "note": "…"}. */
  public static ValidatableResponse move(String id, String to, String more) {
    return post(
        CASES + "/" + id + "/transitions",
        "{\"to\": \"%s\"%s}".formatted(to, more.isEmpty() ? "" : ", " + more),
        registrar());
  }

  /** Takes a case through states without its papers. */
  public static void moved(String id, String... states) {
    for (var state : states) {
      move(
              id,
              state,
              "\"note\": \"Папери згоріли\","
                  + " \"withoutDocuments\": [\"APPLICATION\", \"IDENTITY_DOCUMENT\"]")
          .statusCode(200);
    }
  }

  public static ValidatableResponse attach(String caseId, String kind, byte[] bytes) {
    return attach(caseId, Ids.newId().toString(), kind, bytes, registrar());
  }

  public static ValidatableResponse attach(
      String caseId, String id, String kind, byte[] bytes, String token) {
    return as(token)
        .contentType("application/octet-stream")
        .body(bytes)
        .put(CASES + "/" + caseId + "/documents/" + id + "?kind=" + kind)
        .then();
  }

  /** A registrar of another hromada. */
  public static String stranger() {
    return TestTokens.staff("stranger", Roles.REGISTRAR)
        .within(TestPeople.SIVERSKODONETSK_HROMADA)
        .token();
  }
}
