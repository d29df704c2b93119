package ua.vidnova.payments.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class LedgerAccessTest {

  @Inject Books books;

  @ParameterizedTest
  @ValueSource(strings = {Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  void payments_staff_and_auditors_read_accounts_of_their_territories(String role) {
    var account = "ledger/accounts/" + awardOfSomeone();
    for (var path : List.of(account, account + "/entries")) {
      Payments.get(within(role, Person.OBLAST), path).then().statusCode(200);
      Payments.get(within(role, Person.OCCUPIED), path).then().statusCode(404);
    }
    Payments.get(within(role, Person.OCCUPIED), "ledger/accounts").then().statusCode(200);
  }

  @Test
  void only_auditors_have_the_books_proven() {
    Payments.get(Payments.auditor(), "ledger/verification").then().statusCode(200);
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.ukrposhta())) {
      Payments.get(token, "ledger/verification")
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.COORDINATOR,
        Roles.ADMINISTRATOR
      })
  void others_read_nothing(String role) {
    for (var path : List.of("ledger/accounts", "ledger/accounts/" + UUID.randomUUID())) {
      Payments.get(within(role, Person.OBLAST), path).then().statusCode(403);
    }
  }

  @Test
  void nor_partners_or_strangers() {
    Payments.get(Payments.ukrposhta(), "ledger/accounts").then().statusCode(403);
    given().get(Payments.BASE + "ledger/accounts").then().statusCode(401);
  }

  @Test
  void what_is_not_there_is_not_found_and_nonsense_is_refused() {
    Payments.get(Payments.officer(), "ledger/accounts/" + UUID.randomUUID()).then().statusCode(404);
    var entries = "ledger/accounts/" + awardOfSomeone() + "/entries?";
    for (var query : List.of("limit=0", "limit=201", "after=nonsense")) {
      Payments.get(Payments.officer(), entries + query).then().statusCode(400);
    }
  }

  private String awardOfSomeone() {
    var person = Person.anyone();
    Payments.resumed(person);
    return books
        .rows("select id from award where rnokpp = ?", person.rnokpp())
        .getFirst()
        .get("id");
  }

  private static String within(String role, String territory) {
    return TestTokens.staff(role, role).within(territory).token();
  }
}
