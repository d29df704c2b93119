package ua.vidnova.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.thing.TestDatabaseReader;

@QuarkusTest
@WithPlatform
class AuditResourceTest {

  @Inject TestDatabaseReader database;

  @AfterEach
  void a_whole_trail_for_the_next_test() {
    database.execute("alter table audit_entry disable trigger all");
    database.execute("truncate audit_entry");
    database.execute("update audit_lane set position = 0, hash = decode(repeat('00', 32), 'hex')");
    database.execute("alter table audit_entry enable trigger all");
  }

  @Test
  void who_made_and_who_read_a_thing_is_in_the_trail_newest_first() {
    var id = make();
    given().auth().oauth2(registrar()).get("/api/thing/v1/things/" + id).then().statusCode(200);
    entries("residentId=" + id)
        .body("items.action", contains("read", "made"))
        .body("items.actor", contains("registrar", "registrar"))
        .body("items[0].objectType", equalTo("thing"));
    entries("residentId=" + id).body("items.objectType", hasItem("audit"));
  }

  @Test
  void pages_follow_each_other_without_gap_or_overlap() {
    var id = make();
    IntStream.range(0, 5)
        .forEach(n -> given().auth().oauth2(registrar()).get("/api/thing/v1/things/" + id));
    var first = entries("residentId=" + id + "&limit=4");
    assertThat(first.extract().jsonPath().getList("items")).hasSize(4);
    entries("residentId=" + id + "&limit=200&after=" + first.extract().jsonPath().get("next"))
        .body("items.action", contains("read", "made"))
        .body("next", equalTo(null));
  }

  @Test
  void many_writers_at_once_leave_a_whole_trail() {
    var all =
        IntStream.range(0, 40)
            .mapToObj(n -> CompletableFuture.runAsync(AuditResourceTest::make))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
    verification().body("whole", equalTo(true)).body("entries", equalTo(40));
  }

  @Test
  void entries_can_be_neither_changed_nor_deleted() {
    make();
    for (var sql :
        java.util.List.of(
            "update audit_entry set actor = 'x'",
            "delete from audit_entry",
            "truncate audit_entry")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.execute(sql)))
          .hasMessageContaining("audit entries are never changed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit_entry set actor = 'someone' where (lane, position) = %s | the entry is not what was written",
        "update audit_entry set exchange_client = 'A/GOV/00032129/B' where (lane, position) = %s | the entry is not what was written",
        "update audit_entry set purpose = 'SERVICE' where (lane, position) = %s | the entry is not what was written",
        "update audit_entry set hash = sha256('x') where (lane, position) = %s | the entry is not what was written",
        "delete from audit_entry where (lane, position) = %s | the end of the lane was cut or replaced",
        "update audit_entry set position = position + 1 where (lane, position) = %s | an entry is missing",
      })
  void a_tampered_trail_is_seen_and_the_first_broken_link_named(String sql, String reason) {
    make();
    var place =
        database.texts("select '(' || lane || ',' || position || ')' from audit_entry").getFirst();
    database.execute("alter table audit_entry disable trigger all");
    database.execute(sql.formatted(place));
    verification().body("whole", equalTo(false)).body("firstBreak.reason", equalTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=10, required",
    "residentId=019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01&limit=0, out-of-range",
    "residentId=019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01&after=!!, bad-cursor",
    "residentId=019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01&after=YWJj, bad-cursor",
  })
  void parameters_that_cannot_be_read_are_refused(String query, String code) {
    given()
        .auth()
        .oauth2(auditor())
        .get("/api/thing/v1/audit?" + query)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void only_an_auditor_may_look() {
    for (var path :
        java.util.List.of("audit?residentId=" + UUID.randomUUID(), "audit/verification")) {
      given().auth().oauth2(registrar()).get("/api/thing/v1/" + path).then().statusCode(403);
      given().get("/api/thing/v1/" + path).then().statusCode(401);
    }
  }

  private static String make() {
    return given()
        .auth()
        .oauth2(registrar())
        .contentType("application/json")
        .body("{\"name\":\"a\"}")
        .post("/api/thing/v1/things")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse entries(String query) {
    return given()
        .auth()
        .oauth2(auditor())
        .get("/api/thing/v1/audit?" + query)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse verification() {
    return given()
        .auth()
        .oauth2(auditor())
        .get("/api/thing/v1/audit/verification")
        .then()
        .statusCode(200);
  }

  private static String registrar() {
    return TestTokens.staff("registrar", "registrar").token();
  }

  private static String auditor() {
    return TestTokens.staff("auditor", "auditor").token();
  }
}
