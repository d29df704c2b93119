package ua.vidnova.payments.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/**
 * Every door of partners with what is the post's, or the Pension Fund's, behind it: the owner comes
 * in; another partner finds nothing there; a partner without the scope, staff who are not meant,
 * and nobody are kept out.
 */
@QuarkusTest
@WithPlatform
class PartnerDoorsAccessTest {

  private static final String DOORS =
      """
      method | door                                 | owner | staff
      GET    | batches/{batch}                      | 200   | 200
      GET    | batches/{batch}/file                 | 200   | 403
      POST   | batches/{batch}/reports              | 200   | 403
      GET    | webhooks/{webhook}                   | 200   | 403
      GET    | webhooks/{webhook}/deliveries        | 200   | 403
      POST   | webhooks/{webhook}/ping              | 202   | 403
      POST   | webhooks/{webhook}/replays           | 202   | 403
      POST   | webhooks/{webhook}/deliveries/{delivery}/replay | 202 | 403
      POST   | webhooks/{webhook}/secret            | 201   | 403
      DELETE | webhooks/{webhook}                   | 204   | 403
      """;

  @Inject Books books;

  private final UUID webhook = UUID.randomUUID();
  private Person person;
  private Books.Entry posts;
  private String delivery;

  @BeforeEach
  void something_of_the_post() throws SQLException {
    books.execute("delete from webhook");
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    person = Person.anyone();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    posts = books.instructionsOf(person.residentId()).getFirst();
    setUp(Payments.ukrposhta()).then().statusCode(201);
    delivery =
        Payments.post(Payments.ukrposhta(), "webhooks/" + webhook + "/ping").path("deliveryId");
  }

  private Response setUp(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("url", "https://post.example/x", "eventTypes", List.of("batch.ready")))
        .put(Payments.BASE + "webhooks/" + webhook);
  }

  private int status(String token, String method, String door) {
    var address =
        Payments.BASE
            + door.replace("{batch}", posts.batchId())
                .replace("{webhook}", webhook.toString())
                .replace("{delivery}", delivery);
    var request = given();
    if (token != null) {
      request.auth().oauth2(token);
    }
    if (door.endsWith("/reports")) {
      var outcomes = List.of(Payments.outcome(posts.instructionId(), "PAID"));
      request.contentType("application/json").body(Map.of("outcomes", outcomes));
    } else if (door.endsWith("/replays")) {
      request.contentType("application/json").body(Map.of("since", "2026-11-20T00:00:00Z"));
    }
    return request.request(method, address).statusCode();
  }

  @ParameterizedTest
  @CsvSource(textBlock = DOORS, delimiter = '|', useHeadersInDisplayName = true)
  void each_door_opens_to_the_owner_only(String method, String door, int owner, int staff) {
    if (door.endsWith("/reports")) {
      Payments.get(Payments.ukrposhta(), "batches/" + posts.batchId() + "/file");
    }
    assertThat(status(Payments.oschadbank(), method, door)).as("another partner").isEqualTo(404);
    assertThat(status(Payments.pensionFund(), method, door)).as("without the scope").isEqualTo(403);
    assertThat(status(Payments.officer(), method, door)).as("staff").isEqualTo(staff);
    assertThat(status(null, method, door)).as("nobody").isEqualTo(401);
    var nowhere = TestTokens.partner("stray", "14360570", "payments.batches:read");
    assertThat(status(nowhere, method, door)).as("a stray").isIn(403, 404);

    assertThat(status(Payments.ukrposhta(), method, door)).as("the owner").isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource({
    "award-imports/{import}",
    "award-imports/{import}/refused-lines",
    "award-corrections/{correction}"
  })
  void what_the_fund_has_sent_is_seen_by_the_fund_and_payments_staff_only(String door) {
    var path =
        door.replace("{import}", Payments.importLines(Person.anyone().line()).path("id"))
            .replace("{correction}", correct(Payments.pensionFund()).path("id"));
    var otherFund = TestTokens.partner("other-fund", "14360570", "payments.awards:write");
    assertThat(get(otherFund, path)).as("another partner").isEqualTo(404);
    assertThat(get(Payments.ukrposhta(), path)).as("without the scope").isEqualTo(403);
    assertThat(get(staff(Roles.REGISTRAR), path)).as("other staff").isEqualTo(403);
    given().get(Payments.BASE + path).then().statusCode(401);

    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      assertThat(get(token, path)).as("payments staff").isEqualTo(200);
    }
    assertThat(get(Payments.pensionFund(), path)).as("the owner").isEqualTo(200);
  }

  @Test
  void only_a_partner_with_the_scope_sends_awards_and_corrects_its_own() {
    var csv = Payments.HEADER + "\n" + Person.anyone().line() + "\n";
    for (var token :
        List.of(
            Payments.ukrposhta(),
            Payments.officer(),
            Payments.approver(),
            staff(Roles.ADMINISTRATOR))) {
      send(given().auth().oauth2(token), csv).then().statusCode(403);
      correct(token).then().statusCode(403);
    }
    send(given(), csv).then().statusCode(401);
    correct(TestTokens.partner("other-fund", "14360570", "payments.awards:write"))
        .then()
        .statusCode(404);

    send(given().auth().oauth2(Payments.pensionFund()), csv).then().statusCode(201);
    correct(Payments.pensionFund()).then().statusCode(201);
  }

  private static int get(String token, String path) {
    return Payments.get(token, path).statusCode();
  }

  private static String staff(String role) {
    return TestTokens.staff(role, role).within(Person.OBLAST).token();
  }

  private static Response send(RequestSpecification request, String csv) {
    return request
        .config(Reporting.AS_IT_IS)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(Payments.BASE + "award-imports");
  }

  private Response correct(String token) {
    return Payments.post(
        token,
        "award-corrections",
        Map.of(
            "rnokpp",
            person.rnokpp(),
            "reason",
            "Вигадана довідка № 31",
            "facts",
            Map.of("monthlyAmountMinor", 400_000)));
  }

  /** The same id is another webhook for another partner, so that nobody learns whose is whose. */
  @ParameterizedTest
  @CsvSource({"oschadbank"})
  void an_id_of_anothers_webhook_is_free_for_ones_own(String partner) {
    var bank = Payments.partner(partner, Payments.OSCHADBANK);
    setUp(bank).then().statusCode(201);
    assertThat(
            Payments.get(bank, "webhooks/" + webhook + "/deliveries").jsonPath().getList("items"))
        .isEmpty();
    given()
        .auth()
        .oauth2(bank)
        .delete(Payments.BASE + "webhooks/" + webhook)
        .then()
        .statusCode(204);
    Payments.get(Payments.ukrposhta(), "webhooks/" + webhook).then().statusCode(200);
  }
}
