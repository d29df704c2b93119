package ua.vidnova.payments.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class PreferenceResourceTest {

  private static final String IBAN = "UA213223130000026007233566001";

  private static final String OTHER = "UA913223130000026007233566002";

  @Inject Books books;

  private Person person;
  private String path;

  @BeforeEach
  void someoneWhomTheRegistryKnowsToWantThePost() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    person = Person.anyone();
    Payments.resumed(person);
    path = "residents/" + person.residentId() + "/payment-preference";
  }

  @Test
  void an_account_that_the_resident_states_is_paid_to() {
    Payments.get(Payments.officer(), path).then().statusCode(404);
    var before = wayNow();
    put(wish("BANK", "ua21 3223 1300 0002 6007 2335 6600 1"))
        .then()
        .statusCode(202)
        .body("channel", nullValue())
        .body("proposed.iban", equalTo(IBAN));
    assertThat(wayNow()).isEqualTo(before).doesNotContainEntry("channel", "BANK");

    confirm(Payments.approver(), "ua21 3223 1300 0002 6007 2335 6600 1").then().statusCode(200);
    confirm(Payments.approver(), IBAN).then().statusCode(200);
    Payments.get(Payments.auditor(), path)
        .then()
        .statusCode(200)
        .body("channel", equalTo("BANK"))
        .body("iban", equalTo(IBAN))
        .body("recordedBy", equalTo("officer-1"))
        .body("confirmedBy", equalTo("approver-1"))
        .body("proposed", nullValue());

    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(person.residentId()))
        .isNotEmpty()
        .allMatch(entry -> entry.partner().equals(Payments.OSCHADBANK));
    assertThat(audited("proposed")).isEqualTo(1);
    assertThat(audited("confirmed")).isEqualTo(1);
  }

  @Test
  void what_stood_before_holds_until_another_person_read_the_same_account() {
    var alone = Cash.both("alone-5");
    put(wish("DELEGATE", IBAN)).then().statusCode(202);
    confirm(Payments.approver(), IBAN).then().statusCode(200);

    var tag = Cash.put(alone, path, wish("BANK", OTHER)).header("ETag");
    confirm(alone, OTHER)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:same-person"));
    confirm(Payments.approver(), IBAN)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:accounts-disagree"));
    confirm(Payments.approver(), "UA213223130000026007233566002").then().statusCode(422);
    waiting(Payments.approver()).body("items.residentId", hasItem(person.residentId().toString()));
    waiting(Cash.farAway(Roles.PAYMENTS_APPROVER)).body("items", hasSize(0));
    Payments.get(Payments.approver(), path)
        .then()
        .header("ETag", equalTo(tag))
        .body("channel", equalTo("DELEGATE"))
        .body("iban", equalTo(IBAN))
        .body("proposed.channel", equalTo("BANK"))
        .body("proposed.proposedBy", equalTo("alone-5"));

    put(wish("POST", IBAN)).then().statusCode(200).body("proposed", nullValue());
    waiting(Payments.approver())
        .body("items.residentId", not(hasItem(person.residentId().toString())));
    confirm(Payments.approver(), OTHER)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:nothing-proposed"));
    given()
        .auth()
        .oauth2(Payments.approver())
        .contentType("application/json")
        .header("If-Match", tag)
        .body(Map.of("iban", OTHER))
        .post(Payments.BASE + path + "/confirmation")
        .then()
        .statusCode(412);
  }

  @Test
  void the_database_takes_no_account_from_one_person() {
    put(wish("POST", null)).then().statusCode(201);
    refused("update payment_preference set iban = ? where resident_id = ?", "another confirms");
    put(wish("BANK", OTHER)).then().statusCode(202);
    refused(
        "update payment_preference set iban = ?, account_stated_by = 'officer-1',"
            + " account_confirmed_by = 'approver-1', account_confirmed_at = now()"
            + " where resident_id = ?",
        "another confirms");
    put(wish("BANK", IBAN)).then().statusCode(202);
    refused(
        "update payment_preference set iban = ?, account_stated_by = 'officer-1',"
            + " account_confirmed_by = 'officer-1', account_confirmed_at = now()"
            + " where resident_id = ?",
        "two_people_for_an_account");
  }

  private void refused(String statement, String why) {
    assertThatThrownBy(() -> books.execute(statement, IBAN, person.residentId()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }

  @Test
  void another_wish_takes_its_place_and_none_leaves_the_registry_s() {
    var first = put(wish("TILL", null));
    first.then().statusCode(201).body("iban", nullValue());
    var second = put(wish("DELEGATE", null));
    second.then().statusCode(200).header("ETag", not(equalTo(first.header("ETag"))));

    delete(first.header("ETag")).then().statusCode(412);
    given()
        .auth()
        .oauth2(Payments.officer())
        .contentType("application/json")
        .header("If-Match", first.header("ETag"))
        .body(wish("POST", null))
        .put(Payments.BASE + path)
        .then()
        .statusCode(412);
    delete(second.header("ETag")).then().statusCode(204);
    Payments.get(Payments.officer(), path).then().statusCode(404);
    delete("*").then().statusCode(404);
    assertThat(audited("withdrew")).isEqualTo(1);
  }

  @Test
  void a_first_wish_cannot_expect_an_earlier_one() {
    given()
        .auth()
        .oauth2(Payments.officer())
        .contentType("application/json")
        .header("If-Match", "\"0\"")
        .body(wish("POST", null))
        .put(Payments.BASE + path)
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UA213223130000026007233566002",
        "UA21322313000002600723356600",
        "DE89370400440532013000",
        "UA",
        "'; drop table award --",
        "ЮА213223130000026007233566001"
      })
  void what_is_no_ukrainian_account_is_refused(String iban) {
    var answer = put(wish("BANK", iban));

    answer
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("iban"))
        .body("errors[0].code", equalTo("iban"));
    assertThat(answer.asString()).doesNotContain(iban + "\"");
  }

  @Test
  void what_is_missing_is_named() {
    put(wish("BANK", null)).then().statusCode(422).body("errors[0].code", equalTo("iban-missing"));
    var late = wish("POST", null);
    late.put("statedOn", Payments.today().plusDays(1).toString());
    put(late).then().statusCode(422).body("errors[0].code", equalTo("in-future"));
    put(Map.of("channel", "POST")).then().statusCode(422);
    put(Map.of("channel", "PIGEON", "statedOn", "2026-11-20")).then().statusCode(400);
  }

  @Test
  void a_merged_record_s_wish_is_the_person_s() {
    var other = person.doubled();
    Told.identified(other);
    Told.merged(other.residentId(), person.residentId());
    Awaitility.await()
        .until(
            () ->
                books.count(
                        "select count(*) as count from resident where id = ? and merged_into = ?",
                        other.residentId(),
                        person.residentId())
                    == 1);

    Cash.prefer(other.residentId(), "TILL").then().statusCode(201);

    Payments.get(Payments.officer(), path).then().statusCode(200).body("channel", equalTo("TILL"));
  }

  @Test
  void only_the_office_of_the_place_may() {
    given().get(Payments.BASE + path).then().statusCode(401);
    for (var token :
        List.of(
            Payments.approver(),
            Payments.auditor(),
            Payments.ukrposhta(),
            TestTokens.staff("someone", Roles.REGISTRAR).within(Person.OBLAST).token())) {
      Cash.put(token, path, wish("POST", null)).then().statusCode(403);
      given().auth().oauth2(token).delete(Payments.BASE + path).then().statusCode(403);
    }
    Payments.get(Payments.ukrposhta(), path).then().statusCode(403);
    Payments.get(Payments.ukrposhta(), "payment-preferences/proposed").then().statusCode(403);
    for (var token : List.of(Payments.officer(), Payments.auditor(), Payments.ukrposhta())) {
      confirm(token, IBAN).then().statusCode(403);
    }

    put(wish("POST", null)).then().statusCode(201);
    var stranger = Cash.farAway(Roles.PAYMENTS_OFFICER);
    Payments.get(stranger, path).then().statusCode(404);
    Cash.put(stranger, path, wish("POST", null)).then().statusCode(404);
    given().auth().oauth2(stranger).delete(Payments.BASE + path).then().statusCode(404);
    confirm(Cash.farAway(Roles.PAYMENTS_APPROVER), IBAN).then().statusCode(404);
    Cash.prefer(UUID.randomUUID(), "POST").then().statusCode(404);
  }

  private Response put(Map<String, ?> wish) {
    return Cash.put(Payments.officer(), path, wish);
  }

  private Response confirm(String token, String iban) {
    return Cash.confirmAccount(token, person.residentId(), iban);
  }

  private static ValidatableResponse waiting(String token) {
    return Payments.get(token, "payment-preferences/proposed?limit=200").then().statusCode(200);
  }

  private Map<String, String> wayNow() {
    return books
        .rows(
            "select * from payment_way(?, ?) where record_id = ?",
            Payments.thisMonth().atDay(1),
            Payments.today(),
            person.residentId())
        .getFirst();
  }

  private Response delete(String tag) {
    return given()
        .auth()
        .oauth2(Payments.officer())
        .header("If-Match", tag)
        .delete(Payments.BASE + path);
  }

  private static Map<String, Object> wish(String channel, String iban) {
    var wish = new HashMap<String, Object>();
    wish.put("channel", channel);
    wish.put("iban", iban);
    wish.put("statedOn", Payments.today().toString());
    return wish;
  }

  private long audited(String action) {
    return books.count(
        "select count(*) as count from audit_entry where object_type = 'payment-preference'"
            + " and action = ? and object_id = ?",
        action,
        person.residentId());
  }
}
