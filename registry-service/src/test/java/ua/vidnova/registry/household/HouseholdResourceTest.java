package ua.vidnova.registry.household;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.stranger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class HouseholdResourceTest {

  private static final String HOUSEHOLDS = "/api/registry/v1/households";

  @Inject AgroalDataSource database;

  /** A mother who heads, her husband and their child. */
  private record Family(String id, String mother, String father, String child) {

    static Family formed() {
      var family = new Family(Ids.newId().toString(), someone(), someone(), someone());
      form(family.request()).statusCode(201);
      return family;
    }

    ObjectNode request() {
      return household(seat(mother, "HEAD"), seat(father, "SPOUSE"), seat(child, "CHILD"))
          .put("id", id)
          .put("formedOn", daysAgo(10));
    }

    ValidatableResponse show() {
      return as(registrar()).get(HOUSEHOLDS + "/" + id).then().statusCode(200);
    }

    ValidatableResponse post(String command, String body) {
      return HouseholdResourceTest.post(id, command, body, registrar());
    }
  }

  @Test
  void a_household_is_formed_with_its_members_and_their_roles() {
    var family = new Family(Ids.newId().toString(), someone(), someone(), someone());
    form(family.request().put("deviceTime", "2026-11-16T08:30:00Z"))
        .statusCode(201)
        .header("Location", equalTo(HOUSEHOLDS + "/" + family.id()))
        .header("ETag", equalTo("\"0\""))
        .body("address", equalTo("вул. Вигадана, 1"))
        .body(
            "members.residentId",
            containsInAnyOrder(family.mother(), family.father(), family.child()))
        .body("members.role", containsInAnyOrder("HEAD", "SPOUSE", "CHILD"))
        .body("history.beganWith.kind", contains("FORMED", "FORMED", "FORMED"))
        .body("history[0].beganWith.recordedBy", equalTo("registrar"))
        .body("history[0].beganWith.deviceTime", equalTo("2026-11-16T08:30:00Z"))
        .body("dissolvedOn", equalTo(null));
    family.show().body("id", equalTo(family.id()));
  }

  @Test
  void a_device_may_send_its_household_again() {
    var family = Family.formed();
    form(family.request()).statusCode(200).body("id", equalTo(family.id()));
    form(family.request().put("address", "вул. Інша, 2"))
        .statusCode(409)
        .body("code", equalTo("id-in-use"));
  }

  @Test
  void people_join_and_leave_and_history_can_be_read_for_any_day() {
    var family = Family.formed();
    var grandmother = someone();
    family
        .post("joins", member(grandmother, "DEPENDANT", daysAgo(6)))
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("members.residentId", hasItem(grandmother));
    family
        .post("leaves", member(family.child(), null, daysAgo(3)))
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("members.residentId", not(hasItem(family.child())));
    membersOn(family, 11).body("members", empty());
    membersOn(family, 7).body("members", hasSize(3)).body("membersOn", equalTo(daysAgo(7)));
    membersOn(family, 6).body("members", hasSize(4));
    membersOn(family, 3).body("members", hasSize(3));
    family
        .show()
        .body("history", hasSize(4))
        .body(
            "history.find { it.residentId == '%s' }.untilOn".formatted(family.child()),
            equalTo(daysAgo(3)))
        .body(
            "history.find { it.residentId == '%s' }.endedWith.kind".formatted(family.child()),
            equalTo("LEFT"));
  }

  @Test
  void another_member_becomes_the_head() {
    var family = Family.formed();
    family
        .post(
            "head-changes",
            "{\"residentId\": \"%s\", \"formerHeadRole\": \"SPOUSE\", \"on\": \"%s\"}"
                .formatted(family.father(), daysAgo(2)))
        .statusCode(200)
        .body("members.find { it.role == 'HEAD' }.residentId", equalTo(family.father()))
        .body("members.find { it.role == 'SPOUSE' }.residentId", equalTo(family.mother()))
        .body("members", hasSize(3));
    membersOn(family, 3)
        .body("members.find { it.role == 'HEAD' }.residentId", equalTo(family.mother()));
  }

  @Test
  void when_the_head_leaves_another_one_is_named() {
    var family = Family.formed();
    family
        .post("leaves", member(family.mother(), null, daysAgo(1)))
        .statusCode(409)
        .body("code", equalTo("head-needed"));
    family
        .post(
            "leaves",
            "{\"residentId\": \"%s\", \"newHeadId\": \"%s\"}"
                .formatted(family.mother(), family.father()))
        .statusCode(200)
        .body("members.find { it.role == 'HEAD' }.residentId", equalTo(family.father()));
  }

  @Test
  void the_last_one_who_leaves_dissolves_the_household() {
    var alone = someone();
    var id =
        form(household(seat(alone, "HEAD")).put("formedOn", daysAgo(5)))
            .statusCode(201)
            .extract()
            .<String>path("id");
    post(id, "leaves", member(alone, null, daysAgo(2)), registrar())
        .statusCode(200)
        .body("members", empty())
        .body("dissolvedOn", equalTo(daysAgo(2)));
    post(id, "joins", member(someone(), "CHILD", null), registrar())
        .statusCode(409)
        .body("code", equalTo("household-dissolved"));
    form(household(seat(alone, "HEAD")).put("formedOn", daysAgo(2))).statusCode(201);
  }

  @Test
  void some_split_off_and_form_a_household() {
    var family = Family.formed();
    var formed =
        family
            .post(
                "splits",
                split(family, seat(family.father(), "HEAD"), seat(family.child(), "CHILD")))
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .body("address", equalTo("вул. Нова, 7"))
            .body("members.residentId", containsInAnyOrder(family.father(), family.child()))
            .extract()
            .<String>path("id");
    family.show().body("members.residentId", contains(family.mother()));
    households(family.father()).body("items.id", containsInAnyOrder(family.id(), formed));
    households(family.mother()).body("items.id", contains(family.id()));
    as(registrar())
        .get(HOUSEHOLDS + "/" + formed)
        .then()
        .body("history.beganWith.kind", contains("FORMED", "FORMED"));
  }

  @Test
  void when_all_split_off_the_old_household_is_dissolved() {
    var family = Family.formed();
    family
        .post(
            "splits",
            split(
                family,
                seat(family.father(), "HEAD"),
                seat(family.mother(), "SPOUSE"),
                seat(family.child(), "CHILD")))
        .statusCode(201);
    family.show().body("dissolvedOn", equalTo(daysAgo(1))).body("members", empty());
  }

  @Test
  void nobody_lives_in_two_places() {
    var family = Family.formed();
    form(household(seat(family.child(), "HEAD")).put("formedOn", daysAgo(4)))
        .statusCode(409)
        .body("code", equalTo("lives-elsewhere"))
        .body("residentIds", contains(family.child()));
    var other = Family.formed();
    other
        .post("joins", member(family.child(), "CHILD", null))
        .statusCode(409)
        .body("code", equalTo("lives-elsewhere"));
    family.post("leaves", member(family.child(), null, daysAgo(4))).statusCode(200);
    other.post("joins", member(family.child(), "CHILD", daysAgo(4))).statusCode(200);
  }

  @Test
  void of_two_households_that_take_someone_in_at_the_same_time_one_does() {
    var first = Family.formed();
    var second = Family.formed();
    for (var round = 0; round < 5; round++) {
      var newcomer = someone();
      try (var hands = Executors.newFixedThreadPool(2)) {
        var statuses =
            Stream.of(first, second)
                .map(
                    family ->
                        CompletableFuture.supplyAsync(
                            () ->
                                family
                                    .post("joins", member(newcomer, "DEPENDANT", null))
                                    .extract()
                                    .statusCode(),
                            hands))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
      }
    }
  }

  @Test
  void whoever_read_another_version_changes_nothing() {
    var family = Family.formed();
    family.post("joins", member(someone(), "DEPENDANT", null)).statusCode(200);
    var join = member(someone(), "DEPENDANT", null);
    withVersion(family, "\"0\"", join).statusCode(412).body("code", equalTo("changed-meanwhile"));
    withVersion(family, "\"1\"", join).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          joins        | {"residentId": "FATHER", "role": "CHILD"}                   | 409 | lives-here
          joins        | {"residentId": "SOMEONE", "role": "HEAD"}                   | 409 | head-taken
          joins        | {"residentId": "SOMEONE", "role": "CHILD", "on": "2099-01-01"} | 409 | impossible-day
          joins        | {"residentId": "SOMEONE", "role": "CHILD", "on": "2020-01-01"} | 409 | impossible-day
          joins        | {"residentId": "019aa7d0-5c00-7a10-8b21-4f0c6d2e9fff", "role": "CHILD"} | 422 | unknown-resident
          joins        | {"residentId": "SOMEONE"}                                   | 422 | required
          joins        | {"residentId": "SOMEONE", "role": "AUNT"}                   | 400 | wrong-type
          joins        | {"residentId": "SOMEONE", "role": "CHILD", "why": 1}        | 400 | unknown-field
          leaves       | {"residentId": "SOMEONE"}                                   | 409 | not-a-member
          leaves       | {"residentId": "CHILD", "newHeadId": "FATHER"}              | 409 | head-taken
          leaves       | {}                                                          | 422 | required
          head-changes | {"residentId": "MOTHER", "formerHeadRole": "CHILD"}         | 409 | head-taken
          head-changes | {"residentId": "FATHER", "formerHeadRole": "HEAD"}          | 409 | head-taken
          head-changes | {"residentId": "SOMEONE", "formerHeadRole": "CHILD"}        | 409 | not-a-member
          splits       | {"settlement": "UA44020010010037242", "address": "x", "members": [{"residentId": "CHILD", "role": "CHILD"}]} | 409 | not-one-head
          splits       | {"settlement": "UA44020010010037242", "address": "x", "members": [{"residentId": "SOMEONE", "role": "HEAD"}]} | 409 | not-a-member
          splits       | {"settlement": "UA44020010010037242", "address": "x", "members": [{"residentId": "MOTHER", "role": "HEAD"}]} | 409 | head-needed
          splits       | {"settlement": "UA44000000000018893", "address": "x", "members": [{"residentId": "CHILD", "role": "HEAD"}]} | 422 | unknown-settlement
          splits       | {"settlement": "UA44020010010037242", "address": "x", "members": []} | 422 | size
          splits       | {"settlement": "UA44020010010037242", "address": " ", "members": [{"residentId": "CHILD", "role": "HEAD"}]} | 422 | required
          """)
  void what_cannot_be_is_refused_and_changes_nothing(
      String command, String body, int status, String code) {
    var family = Family.formed();
    var answer =
        family
            .post(
                command,
                body.replace("FATHER", family.father())
                    .replace("MOTHER", family.mother())
                    .replace(
                        "\"residentId\": \"CHILD\"", "\"residentId\": \"" + family.child() + "\"")
                    .replace("SOMEONE", someone()))
            .statusCode(status)
            .contentType("application/problem+json")
            .extract();
    assertThat(
            status == 422
                ? answer.<List<String>>path("errors.code")
                : List.of(answer.<String>path("code")))
        .contains(code);
    family.show().header("ETag", equalTo("\"0\"")).body("history", hasSize(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          settlement | "UA44000000000018893"                   | 422 | unknown-settlement
          settlement | "nonsense"                              | 422 | unknown-settlement
          address    | ""                                      | 422 | required
          formedOn   | "2099-01-01"                            | 422 | in-the-future
          formedOn   | "1900-01-01"                            | 422 | before-birth
          members    | []                                      | 422 | size
          id         | "4f0c6d2e-5c00-4a10-8b21-019aa7d09fff"  | 422 | not-uuid-v7
          """)
  void a_household_that_cannot_be_is_not_formed(
      String member, String value, int status, String code) throws Exception {
    var request = household(seat(someone(), "HEAD"));
    request.set(member, new com.fasterxml.jackson.databind.ObjectMapper().readTree(value));
    form(request).statusCode(status).body("errors.code", hasItem(code));
  }

  @Test
  void a_household_has_one_head_and_names_each_once() {
    var someone = someone();
    for (var seats :
        List.of(
            List.of(seat(someone, "CHILD")),
            List.of(seat(someone, "HEAD"), seat(someone(), "HEAD")),
            List.of(seat(someone, "HEAD"), seat(someone, "CHILD")))) {
      form(household(seats.toArray(String[]::new)))
          .statusCode(409)
          .body("code", equalTo("not-one-head"));
    }
  }

  @Test
  void only_registrars_of_the_territory_see_and_change_households() {
    var family = Family.formed();
    as(stranger()).get(HOUSEHOLDS + "/" + family.id()).then().statusCode(404);
    as(stranger())
        .get(HOUSEHOLDS + "?residentId=" + family.mother())
        .then()
        .statusCode(200)
        .body("items", empty());
    post(family.id(), "leaves", member(family.child(), null, null), stranger()).statusCode(404);
    form(household(seat(someone(), "HEAD")), stranger())
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    form(
            household(seat(someone(), "HEAD")).put("settlement", TestPeople.SIVERSKODONETSK),
            stranger())
        .statusCode(422)
        .body("errors.code", contains("unknown-resident"));
    for (var role :
        List.of(Roles.MEDIC, Roles.PAYMENTS_OFFICER, Roles.COORDINATOR, Roles.AUDITOR)) {
      as(staff(role)).get(HOUSEHOLDS + "/" + family.id()).then().statusCode(403);
      form(household(seat(someone(), "HEAD")), staff(role)).statusCode(403);
      post(family.id(), "leaves", member(family.child(), null, null), staff(role)).statusCode(403);
    }
    var partner = TestTokens.partner("ukrposhta", "21560045", "payments.batches:read");
    as(partner).get(HOUSEHOLDS).then().statusCode(403);
    given().get(HOUSEHOLDS).then().statusCode(401);
  }

  @Test
  void the_list_is_paged() {
    var someone = someone();
    var ids =
        Stream.of(9, 7, 5)
            .map(
                days -> {
                  var id =
                      form(household(seat(someone, "HEAD")).put("formedOn", daysAgo(days)))
                          .statusCode(201)
                          .extract()
                          .<String>path("id");
                  post(id, "leaves", member(someone, null, daysAgo(days - 1)), registrar())
                      .statusCode(200);
                  return id;
                })
            .toList();
    var next =
        as(registrar())
            .get(HOUSEHOLDS + "?limit=2&residentId=" + someone)
            .then()
            .body("items.id", equalTo(ids.subList(0, 2)))
            .extract()
            .<String>path("next");
    as(registrar())
        .get(HOUSEHOLDS + "?limit=2&residentId=" + someone + "&after=" + next)
        .then()
        .body("items.id", equalTo(ids.subList(2, 3)))
        .body("next", equalTo(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?residentId=x", "?limit=0", "?after=eA", "/ID?on=yesterday"})
  void a_parameter_that_cannot_be_read_is_400(String query) {
    as(registrar())
        .get(HOUSEHOLDS + query.replace("ID", Family.formed().id()))
        .then()
        .statusCode(400);
  }

  @Test
  void every_look_and_every_change_is_in_the_audit_trail_of_each_member() {
    var family = Family.formed();
    family.show();
    family.post("leaves", member(family.child(), null, null)).statusCode(200);
    actionsAbout(family.child(), "left", "read", "formed");
    actionsAbout(family.father(), "read", "formed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delete from household_membership where household_id = '%s'                              | ended once
          update household_membership set role = 'DEPENDANT' where household_id = '%s'            | ended once
          update household set address = 'x' where id = '%s'                                      | keeps its place
          update household_change set kind = 'LEFT' where household_id = '%s'                     | only ever added to
          update household_membership set until_on = from_on, ended_with = began_with where household_id = '%s' and role = 'HEAD' | exactly one head
          insert into household_membership select gen_random_uuid(), household_id, resident_id, 'HEAD', from_on - 100, from_on - 99, began_with, began_with from household_membership where household_id = '%s' and role = 'CHILD' | exactly one head
          insert into household_membership select gen_random_uuid(), household_id, resident_id, role, from_on + 1, null, began_with, null from household_membership where household_id = '%s' and role = 'CHILD' | one_household_at_a_time
          update household set dissolved_on = formed_on + 1 where id = '%s'                       | exactly one head
          """)
  void the_database_refuses_what_must_never_happen(String sql, String why) {
    var family = Family.formed();
    assertThatThrownBy(() -> execute(sql.formatted(family.id()))).hasMessageContaining(why);
    family.show().body("history", hasSize(3));
  }

  private static String someone() {
    return registered(woman());
  }

  private static String seat(String residentId, String role) {
    return "{\"residentId\": \"%s\", \"role\": \"%s\"}".formatted(residentId, role);
  }

  private static ObjectNode household(String... seats) {
    return TestPeople.read(
        """
        {"settlement": "UA44020010010037242", "address": "вул. Вигадана, 1", "members": [%s]}
        """
            .formatted(String.join(",", seats)));
  }

  private static String split(Family family, String... seats) {
    return """
        {"id": "%s", "settlement": "UA44020010010037242", "address": "вул. Нова, 7", "on": "%s",
         "members": [%s]}
        """
        .formatted(Ids.newId(), daysAgo(1), String.join(",", seats));
  }

  private static String member(String residentId, String role, String on) {
    return "{\"residentId\": \"%s\"%s%s}"
        .formatted(
            residentId,
            role == null ? "" : ", \"role\": \"" + role + "\"",
            on == null ? "" : ", \"on\": \"" + on + "\"");
  }

  private static ValidatableResponse form(ObjectNode request) {
    return form(request, registrar());
  }

  private static ValidatableResponse form(ObjectNode request, String token) {
    return as(token)
        .contentType("application/json")
        .body(request.toString())
        .post(HOUSEHOLDS)
        .then();
  }

  private static ValidatableResponse post(String id, String command, String body, String token) {
    return as(token)
        .contentType("application/json")
        .body(body)
        .post(HOUSEHOLDS + "/" + id + "/" + command)
        .then();
  }

  private static ValidatableResponse withVersion(Family family, String version, String body) {
    return as(registrar())
        .contentType("application/json")
        .header("If-Match", version)
        .body(body)
        .post(HOUSEHOLDS + "/" + family.id() + "/joins")
        .then();
  }

  private static ValidatableResponse membersOn(Family family, int daysAgo) {
    return as(registrar())
        .get(HOUSEHOLDS + "/" + family.id() + "?on=" + daysAgo(daysAgo))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse households(String residentId) {
    return as(registrar()).get(HOUSEHOLDS + "?residentId=" + residentId).then().statusCode(200);
  }

  private static void actionsAbout(String residentId, String... actions) {
    as(staff(Roles.AUDITOR))
        .queryParam("residentId", residentId)
        .get("/api/registry/v1/audit")
        .then()
        .body("items.findAll { it.objectType == 'household' }.action", contains(actions));
  }

  private static String daysAgo(int days) {
    return LocalDate.now(KyivCalendar.KYIV).minusDays(days).toString();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
