package ua.vidnova.payments.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** One registrar alone sends nobody's money to any account. */
@QuarkusTest
@WithPlatform
class RegisteredAccountResourceTest {

  private static final String IBAN = "UA213223130000026007233566001";
  private static final String OTHER = "UA913223130000026007233566002";

  @Inject Books books;

  private Person person;

  @BeforeEach
  void someoneWhoseAccountARegistrarRecorded() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    person = Person.anyone();
    Payments.importLines(person.line()).then().statusCode(201);
    told(person, IBAN);
    Payments.decided(Payments.awaitResumption(person.residentId()));
  }

  @Test
  void an_account_of_the_registry_is_paid_to_once_another_person_read_the_same() {
    assertThat(paidTo()).isNull();
    assertThat(wayNow()).containsEntry("channel", "POST").containsEntry("reason", "IBAN_MISSING");
    assertThat(waits()).isTrue();

    confirm(Payments.approver(), OTHER)
        .then()
        .statusCode(409)
        .body("code", equalTo("accounts-disagree"));
    confirm(registrarToo(), IBAN).then().statusCode(409).body("code", equalTo("same-person"));
    assertThat(paidTo()).isNull();
    confirm(Payments.approver(), IBAN)
        .then()
        .statusCode(200)
        .body("channel", equalTo("BANK"))
        .body("iban", equalTo(IBAN))
        .body("confirmedBy", equalTo("approver-1"))
        .body("proposed", nullValue());
    confirm(Payments.approver(), IBAN).then().statusCode(200);
    assertThat(paidTo()).isEqualTo(IBAN);
    assertThat(waits()).isFalse();
    assertThat(
            books.count(
                "select count(*) as count from audit_entry where object_type ="
                    + " 'payment-preference' and action = 'confirmed' and object_id = ?",
                person.residentId()))
        .isEqualTo(1);
  }

  @Test
  void what_stood_before_holds_when_the_registry_tells_of_another() {
    confirm(Payments.approver(), IBAN).then().statusCode(200);

    told(person, OTHER);

    assertThat(paidTo()).isEqualTo(IBAN);
    assertThat(waits()).isTrue();
    confirm(Payments.approver(), OTHER).then().statusCode(200);
    assertThat(paidTo()).isEqualTo(OTHER);
    Told.identified(person);
    await().atMost(Duration.ofSeconds(20)).until(() -> paidTo() == null);
    confirm(Payments.approver(), OTHER)
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-proposed"));
  }

  @Test
  void another_record_s_money_goes_to_no_account_that_was_confirmed_before() throws SQLException {
    var accomplice = Person.anyone();
    told(accomplice, OTHER);
    Cash.confirmAccount(Payments.approver(), accomplice.residentId(), OTHER).then().statusCode(200);
    assertThat(paidTo(accomplice)).isEqualTo(OTHER);
    var withWish = Person.anyone();
    told(withWish, null);
    var path = "residents/" + withWish.residentId() + "/payment-preference";
    var wish = Map.of("channel", "BANK", "iban", OTHER, "statedOn", "" + Payments.today());
    Cash.put(Payments.officer(), path, wish).then().statusCode(202);
    Cash.confirmAccount(Payments.approver(), withWish.residentId(), OTHER).then().statusCode(200);

    for (var survivor : new Person[] {accomplice, withWish}) {
      Told.merged(person.residentId(), survivor.residentId());
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(
                          books.rows(
                              "select id::text as id from person where record_id = ?",
                              person.residentId()))
                      .containsExactly(Map.of("id", "" + survivor.residentId())));
      assertThat(paidTo()).isNull();
    }
    Payments.get(Payments.officer(), path)
        .then()
        .body("iban", nullValue())
        .body("proposed.iban", equalTo(OTHER))
        .body("proposed.proposedBy", equalTo("officer-1"));
    Cash.confirmAccount(Payments.approver(), withWish.residentId(), OTHER).then().statusCode(200);
    assertThat(paidTo()).isEqualTo(OTHER);
  }

  @Test
  void the_database_takes_no_account_that_nobody_confirmed() {
    assertThatThrownBy(
            () ->
                books.execute(
                    "update resident set iban = told_iban where id = ?", person.residentId()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("stands only once another confirms");
    assertThatThrownBy(
            () ->
                books.execute(
                    "update resident set iban = ?, account_confirmed_by = 'approver-1',"
                        + " account_confirmed_at = now() where id = ?",
                    OTHER,
                    person.residentId()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("stands only once another confirms");
  }

  private void told(Person one, String iban) {
    Told.identified(one, Told.byBank(iban));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.rows("select told_iban from resident where id = ?", one.residentId()).stream()
                    .anyMatch(row -> Objects.equals(row.get("told_iban"), iban)));
  }

  private Response confirm(String token, String iban) {
    return Cash.confirmAccount(token, person.residentId(), iban);
  }

  private static String registrarToo() {
    return TestTokens.staff("alone-7", Roles.REGISTRAR, Roles.PAYMENTS_APPROVER)
        .within(Person.OBLAST)
        .token();
  }

  private boolean waits() {
    return Payments.get(Payments.approver(), "payment-preferences/proposed?limit=200")
        .jsonPath()
        .<String>getList("items.residentId")
        .contains("" + person.residentId());
  }

  private String paidTo() {
    return paidTo(person);
  }

  private String paidTo(Person one) {
    return wayNow(one).get("iban");
  }

  private Map<String, String> wayNow() {
    return wayNow(person);
  }

  private Map<String, String> wayNow(Person one) {
    return books
        .rows(
            "select * from payment_way(?, ?) where record_id = ?",
            Payments.thisMonth().atDay(1),
            Payments.today(),
            one.residentId())
        .getFirst();
  }
}
