package ua.vidnova.payments.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class BatchAccessTest {

  @Inject Books books;

  private Books.Entry posts;

  @BeforeEach
  void issue() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var person = Person.anyone();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    posts = books.instructionsOf(person.residentId()).getFirst();
  }

  @Test
  void nobody_comes_in_without_a_token() {
    given().get(Payments.BASE + "batches").then().statusCode(401);
    given().get(Payments.BASE + "batches/" + posts.batchId()).then().statusCode(401);
    given().get(Payments.BASE + "batches/" + posts.batchId() + "/file").then().statusCode(401);
    given()
        .contentType("application/json")
        .body("{}")
        .post(Payments.BASE + "batches/" + posts.batchId() + "/reports")
        .then()
        .statusCode(401);
  }

  @Test
  void anothers_batch_is_not_there() {
    var bank = Payments.oschadbank();

    Payments.get(bank, "batches/" + posts.batchId())
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    Payments.get(bank, "batches/" + posts.batchId() + "/file").then().statusCode(404);
    Payments.report(bank, posts.batchId(), List.of(Payments.outcome(posts.instructionId(), "PAID")))
        .then()
        .statusCode(404);

    Payments.get(Payments.ukrposhta(), "batches/" + posts.batchId())
        .then()
        .statusCode(200)
        .body("state", equalTo("READY"));
  }

  @Test
  void what_is_not_there_answers_the_same() {
    var nothing = UUID.randomUUID();

    var anothers = Payments.get(Payments.oschadbank(), "batches/" + posts.batchId());
    var none = Payments.get(Payments.oschadbank(), "batches/" + nothing);

    assertThat(none.asString()).isEqualTo(anothers.asString());
    Payments.get(Payments.ukrposhta(), "batches/" + nothing + "/file").then().statusCode(404);
  }

  @Test
  void a_partner_lists_its_own_only() {
    Payments.get(Payments.ukrposhta(), "batches?limit=200")
        .then()
        .body("items.partner", everyItem(equalTo(Payments.UKRPOSHTA)));
    assertThat(
            Payments.get(Payments.oschadbank(), "batches?limit=200")
                .jsonPath()
                .<String>getList("items.id"))
        .doesNotContain(posts.batchId());
  }

  @Test
  void payments_staff_see_all_batches_but_take_no_file_and_report_nothing() {
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      Payments.get(token, "batches").then().statusCode(200);
      Payments.get(token, "batches/" + posts.batchId()).then().statusCode(200);
      Payments.get(token, "batches/" + posts.batchId() + "/file").then().statusCode(403);
      Payments.report(
              token, posts.batchId(), List.of(Payments.outcome(posts.instructionId(), "PAID")))
          .then()
          .statusCode(403);
    }
    Payments.get(Payments.officer(), "batches/" + posts.batchId())
        .then()
        .body("state", equalTo("READY"));
  }

  @Test
  void other_staff_and_partners_without_the_scope_see_nothing() {
    for (var token :
        List.of(
            TestTokens.staff("registrar-1", Roles.REGISTRAR).token(),
            TestTokens.staff("admin-1", Roles.ADMINISTRATOR).token(),
            Payments.pensionFund(),
            TestTokens.partner("ukrposhta", Payments.UKRPOSHTA, "payments.reports:write"))) {
      Payments.get(token, "batches").then().statusCode(403);
      Payments.get(token, "batches/" + posts.batchId()).then().statusCode(403);
      Payments.get(token, "batches/" + posts.batchId() + "/file").then().statusCode(403);
    }
  }

  @Test
  void reading_does_not_allow_reporting() {
    var reader = TestTokens.partner("ukrposhta", Payments.UKRPOSHTA, "payments.batches:read");

    Payments.report(
            reader, posts.batchId(), List.of(Payments.outcome(posts.instructionId(), "PAID")))
        .then()
        .statusCode(403);
  }

  @Test
  void an_organisation_that_pays_nothing_sees_no_batch() {
    var token = TestTokens.partner("stray", "14360570", "payments.batches:read");

    Payments.get(token, "batches/" + posts.batchId()).then().statusCode(404);
    Payments.get(token, "batches").then().statusCode(200).body("items", equalTo(List.of()));
  }
}
