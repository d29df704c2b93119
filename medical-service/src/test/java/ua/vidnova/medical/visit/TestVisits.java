package ua.vidnova.medical.visit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.medical.resident.TestResidents;

/** Visits as a medic's device sends them, and the medic who sends them. */
public final class TestVisits {

  public static final String VISITS = "/api/medical/v1/visits";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private TestVisits() {}

  /** The medic of {@link TestResidents#HROMADA}. */
  public static RequestSpecification asMedic() {
    return as(TestTokens.staff("medic-1", Roles.MEDIC).within(TestResidents.HROMADA).token());
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  /** An hour ago, to the second. */
  public static Instant anHourAgo() {
    return Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
  }

  /** A complete visit of a resident an hour ago, with a new id; its members may be replaced. */
  public static Map<String, Object> visitOf(UUID residentId) {
    var visit = new LinkedHashMap<String, Object>();
    visit.put("id", Ids.newId().toString());
    visit.put("residentId", residentId.toString());
    visit.put("settlement", TestResidents.SETTLEMENT);
    visit.put("startedAt", anHourAgo().toString());
    visit.put("endedAt", anHourAgo().plus(Duration.ofMinutes(20)).toString());
    visit.put("consent", "GIVEN");
    visit.put("complaint", "Болить голова з ранку");
    visit.put("vitals", vitals());
    visit.put("reasons", List.of(Map.of("code", "K85", "text", "Підвищений тиск")));
    visit.put("diagnoses", List.of(diagnosis("PRIMARY", "K86")));
    visit.put("outcome", Map.of("kind", "TREATED"));
    return visit;
  }

  /** A diagnosis that is certain. */
  public static Map<String, Object> diagnosis(String role, String code) {
    return Map.of(
        "role", role, "code", code, "clinicalStatus", "ACTIVE", "verificationStatus", "CONFIRMED");
  }

  /** All eight vital signs. */
  public static Map<String, Object> vitals() {
    var vitals = new LinkedHashMap<String, Object>();
    vitals.put("temperatureC", new BigDecimal("36.6"));
    vitals.put("systolicMmHg", 165);
    vitals.put("diastolicMmHg", 95);
    vitals.put("pulsePerMinute", 82);
    vitals.put("respirationPerMinute", 16);
    vitals.put("oxygenSaturationPercent", 97);
    vitals.put("weightKg", new BigDecimal("71.50"));
    vitals.put("heightCm", 164);
    return vitals;
  }

  /** The same visit with one member changed; null takes it out. */
  public static Map<String, Object> with(Map<String, Object> visit, String member, Object value) {
    var changed = new LinkedHashMap<>(visit);
    if (value == null) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    return changed;
  }

  /** The visit as a device writes it. */
  public static String json(Map<String, Object> visit) {
    try {
      return JSON.writeValueAsString(visit);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ValidatableResponse send(Object visit) {
    return asMedic().contentType(ContentType.JSON).body(visit).post(VISITS).then();
  }

  /** Records a visit and returns its id. */
  public static UUID recorded(Map<String, Object> visit) {
    return UUID.fromString(send(visit).statusCode(201).extract().path("id"));
  }

  public static void refusedField(ValidatableResponse answer, String field, String code) {
    problem(answer, 422, "invalid");
    var errors = answer.extract().<List<Map<String, String>>>path("errors");
    assertThat(errors)
        .anySatisfy(
            error -> assertThat(error).containsEntry("field", field).containsEntry("code", code));
  }

  public static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  /** How many visits of its id the database holds. */
  public static long countOf(Map<String, Object> visit) {
    try (var connection = Arc.container().instance(AgroalDataSource.class).get().getConnection();
        var query = connection.prepareStatement("select count(*) from visit where id = ?")) {
      query.setObject(1, UUID.fromString((String) visit.get("id")));
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
