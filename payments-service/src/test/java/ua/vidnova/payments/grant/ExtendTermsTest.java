package ua.vidnova.payments.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class ExtendTermsTest {

  @Inject Books books;
  @Inject Aid aid;

  @Test
  void a_term_that_ends_goes_on_once_for_as_long_again() throws SQLException {
    var person = allowanceEndingNow(Person.anyone(), "OTHER");
    extend();
    var until = Payments.thisMonth().plusMonths(6).atDay(1).toString();
    assertThat(lastMonths(person)).containsExactly(until, until);
    extend();
    assertThat(lastMonths(person)).containsExactly(until, until);
  }

  @Test
  void a_child_stays_one_until_the_month_of_its_birthday() throws SQLException {
    var birthday = Payments.today().plusMonths(2).withDayOfMonth(15).minusYears(18);
    var child = Person.anyone();
    Told.identified(
        child,
        identity -> {
          identity.put("birthDate", birthday.toString());
          identity.remove("rnokpp");
        });
    aid.awaitKnown(child);
    Aid.granted(Aid.propose(child, "IDP_ALLOWANCE", "CHILD", "IDP_CERTIFICATE"));
    end(child);
    extend();
    assertThat(lastMonths(child).getFirst())
        .isEqualTo(Payments.thisMonth().plusMonths(2).atDay(1).toString());
  }

  @Test
  void the_dead_and_what_does_not_extend_itself_are_left() throws SQLException {
    var dead = allowanceEndingNow(Person.anyone(), "OTHER");
    Told.died(dead.residentId(), Payments.today());
    aid.awaitDeath(dead);
    var until = lastMonths(dead);
    extend();
    assertThat(lastMonths(dead)).isEqualTo(until);
  }

  @Test
  void only_administrators_extend() {
    given().post(Payments.BASE + "grant-extensions").then().statusCode(401);
    Payments.post(Payments.officer(), "grant-extensions").then().statusCode(403);
    Payments.post(Payments.approver(), "grant-extensions").then().statusCode(403);
  }

  private Person allowanceEndingNow(Person person, String category) throws SQLException {
    aid.known(person);
    Aid.granted(Aid.propose(person, "IDP_ALLOWANCE", category, "IDP_CERTIFICATE"));
    end(person);
    return person;
  }

  private void end(Person person) throws SQLException {
    aid.endTermOf(person, Payments.thisMonth());
    books.execute(
        "update aid_grant set last_month = ? where resident_id = ?",
        Payments.thisMonth().atDay(1),
        person.residentId());
  }

  private static void extend() {
    Payments.post(Payments.administrator("administrator-1"), "grant-extensions")
        .then()
        .statusCode(200);
  }

  /** Of the grant and of its award. */
  private List<String> lastMonths(Person person) {
    UUID id = person.residentId();
    return books
        .rows(
            "select last_month from aid_grant where resident_id = ?"
                + " union all select last_month from award where resident_id = ?",
            id,
            id)
        .stream()
        .map(row -> row.get("last_month"))
        .toList();
  }
}
