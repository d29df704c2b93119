package ua.vidnova.payments.aidlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class AidListResourceTest {

  @Inject Books books;
  @Inject Aid aid;

  @BeforeEach
  void theSettlementIsLiberated() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void a_settlements_list_is_proposed_approved_funded_and_tracked() {
    var hanna = aid.known(Person.anyone());
    var maria = aid.known(Person.anyone());
    var olena = aid.known(Person.anyone());
    var far = aid.known(Person.anyone().livingIn(Person.OCCUPIED));
    var list =
        Aid.list(
                Person.LIBERATED,
                "rnokpp,residentId,category,papers",
                hanna.rnokpp() + ",,OTHER,",
                "," + maria.residentId() + ",DISABLED,DISABILITY_CERTIFICATE",
                olena.rnokpp() + ",,DISABLED,",
                far.rnokpp() + ",,OTHER,",
                Person.anyone().rnokpp() + ",,OTHER,",
                hanna.rnokpp() + ",,OTHER,")
            .then()
            .statusCode(201)
            .body("proposedLines", equalTo(2))
            .body("refusedLines", equalTo(4))
            .body("deadlines.step", contains("LISTED", "FUNDED", "PAID"))
            .body("deadlines[0].dueOn", equalTo(Payments.today().plusDays(4).toString()))
            .body("deadlines[0].late", is(false))
            .body("deadlines[1].dueOn", nullValue())
            .extract()
            .jsonPath()
            .getString("id");
    Payments.get(Payments.officer(), "aid-lists/" + list + "/refused-lines")
        .then()
        .body("items.line", contains(4, 5, 6, 7))
        .body(
            "items.code",
            contains("papers-missing", "another-settlement", "unknown-resident", "granted-before"));

    Payments.post(Payments.officer(), "aid-lists/" + list + "/funding", fundedToday())
        .then()
        .statusCode(409)
        .body("state", equalTo("PROPOSED"));
    Payments.post(Payments.approver(), "aid-lists/" + list + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("units", equalTo(2))
        .body("deadlines[1].dueOn", equalTo(Payments.today().plusDays(2).toString()));
    Payments.post(Payments.approver(), "aid-lists/" + list + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"));
    Payments.post(
            Payments.officer(),
            "aid-lists/" + list + "/funding",
            Map.of("fundedOn", Payments.today().plusDays(1).toString()))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("not-that-day"));
    Payments.post(Payments.officer(), "aid-lists/" + list + "/funding", fundedToday())
        .then()
        .statusCode(200)
        .body("deadlines[2].dueOn", equalTo(Payments.today().plusDays(5).toString()))
        .body("deadlines[2].doneOn", nullValue());

    assertThat(books.unitsOf(hanna.residentId())).hasSize(1);
    assertThat(
            books.rows(
                "select u.amount_minor from payable_unit u join award a on a.id = u.award_id"
                    + " where a.resident_id = ?",
                maria.residentId()))
        .containsExactly(Map.of("amount_minor", "300000"));
    assertThat(books.unitsOf(olena.residentId())).isEmpty();

    aid.payWhatIsDue();
    for (var person : List.of(hanna, maria)) {
      var entry = books.instructionsOf(person.residentId()).getFirst();
      Payments.report(
              Payments.ukrposhta(),
              aid.handedOver(entry),
              List.of(Payments.outcome(entry.instructionId(), "PAID")))
          .then()
          .statusCode(200);
    }
    Payments.get(Payments.auditor(), "aid-lists/" + list)
        .then()
        .body("paidUnits", equalTo(2))
        .body("deadlines[2].doneOn", equalTo(Payments.today().toString()))
        .body("deadlines.late", everyItem(is(false)));
  }

  @Test
  void the_same_list_again_changes_nothing() {
    var person = aid.known(Person.anyone());
    var first =
        Aid.list(Person.LIBERATED, "rnokpp,category", person.rnokpp() + ",OTHER")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    Aid.list(Person.LIBERATED, "rnokpp,category", person.rnokpp() + ",OTHER")
        .then()
        .statusCode(200)
        .body("id", equalTo(first))
        .body("refusedLines", equalTo(0));
  }

  @Test
  void a_grant_of_which_a_condition_opens_meanwhile_is_left_out() throws Exception {
    var living = aid.known(Person.anyone());
    var dead = aid.known(Person.anyone());
    var list =
        Aid.list(
                Person.LIBERATED,
                "rnokpp,category",
                living.rnokpp() + ",OTHER",
                dead.rnokpp() + ",OTHER")
            .jsonPath()
            .getString("id");
    Told.died(dead.residentId(), Payments.today());
    aid.awaitDeath(dead);

    Payments.post(Payments.approver(), "aid-lists/" + list + "/approval")
        .then()
        .statusCode(200)
        .body("units", equalTo(1));
    Payments.get(Payments.officer(), "grants?residentId=" + dead.residentId())
        .then()
        .body("items.state", contains("PROPOSED"))
        .body("items[0].openConditions.code", hasItem("RESIDENT_DECEASED"));
  }

  @Test
  void thousands_of_lines_are_proposed_and_approved_as_one() throws Exception {
    var residents = 2_500;
    books.execute(
        "insert into resident (id, settlement, family_name, given_name, birth_date,"
            + " evidence_level, identified_on, identity_told_at)"
            + " select md5('aid list ' || i)::uuid, ?, 'Вигаданенко', 'Ганна', '1950-05-05',"
            + " 'ORIGINAL', current_date, now() from generate_series(1, ?) i",
        Person.LIBERATED,
        residents);
    var known =
        books.rows("select md5('aid list ' || i)::uuid as id from generate_series(1, 2500) i");
    var lines =
        Stream.concat(
                known.stream().map(row -> row.get("id")),
                Stream.generate(() -> UUID.randomUUID().toString()).limit(17_500))
            .map(id -> id + ",OTHER")
            .collect(Collectors.joining("\n"));
    var list =
        Aid.list(Person.LIBERATED, "residentId,category", lines)
            .then()
            .statusCode(201)
            .body("proposedLines", equalTo(residents))
            .body("refusedLines", equalTo(17_500))
            .extract()
            .jsonPath()
            .getString("id");
    Payments.post(Payments.approver(), "aid-lists/" + list + "/approval")
        .then()
        .statusCode(200)
        .body("units", equalTo(residents));
    leaveToLaterRuns();
  }

  /** So many would be divided anew by the run of every test that follows. */
  private void leaveToLaterRuns() throws SQLException {
    books.execute(
        "update award set state = 'DORMANT'"
            + " where resident_id in (select md5('aid list ' || i)::uuid"
            + " from generate_series(1, 2500) i)");
  }

  @Test
  void hostile_lines_are_refused_one_by_one_and_never_repeated() {
    var person = aid.known(Person.anyone());
    var answer =
        Aid.list(
            Person.LIBERATED,
            "rnokpp,residentId,category,papers",
            "'; drop table aid_grant; --,,OTHER,",
            ",../../etc/passwd,OTHER,",
            "=cmd|' /C calc'!A0,,OTHER,",
            "\"" + person.rnokpp() + ",,OTHER,",
            person.rnokpp() + ",,other,",
            person.rnokpp() + ",,MILLIONAIRE,",
            person.rnokpp() + "," + person.residentId() + ",OTHER,",
            ",,OTHER,",
            person.rnokpp() + ",,OTHER",
            person.rnokpp() + ",,OTHER,<script>",
            person.rnokpp() + ",,OTHER,\u0000",
            "x".repeat(5000),
            person.rnokpp() + ",,OTHER,");
    answer.then().statusCode(201).body("proposedLines", equalTo(1));
    var refused =
        Payments.get(
            Payments.officer(),
            "aid-lists/" + answer.jsonPath().getString("id") + "/refused-lines");
    refused
        .then()
        .body(
            "items.code",
            contains(
                "checksum",
                "not-an-id",
                "checksum",
                "malformed-line",
                "unknown-category",
                "unknown-category",
                "one-of",
                "one-of",
                "column-count",
                "not-a-paper",
                "control-character",
                "line-too-long"));
    assertThat(refused.asString())
        .doesNotContain(person.rnokpp())
        .doesNotContain("drop table")
        .doesNotContain("script>");
  }

  @Test
  void files_that_cannot_be_read_are_refused_as_a_whole() {
    Aid.list(Person.LIBERATED, "name,category", "Ганна,OTHER")
        .then()
        .statusCode(400)
        .body("code", equalTo("header"))
        .body("errors.code", contains("unknown-column", "missing-column"));
    Aid.list(Person.LIBERATED, "").then().statusCode(400);
    upload("rnokpp,category\n\u0000".getBytes(StandardCharsets.UTF_16), "text/csv")
        .then()
        .statusCode(400)
        .body("code", equalTo("not-utf-8"));
    upload("{}".getBytes(StandardCharsets.UTF_8), "application/json").then().statusCode(415);
    upload(new byte[5 * 1024 * 1024], "text/csv").then().statusCode(413);
  }

  @Test
  void only_a_liberated_settlement_has_a_list() {
    Aid.list(Person.OCCUPIED, "rnokpp,category", Person.anyone().rnokpp() + ",OTHER")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-liberated"));
    Aid.list("UA00000000000000000", "rnokpp,category")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-a-settlement"));
    Aid.list(Person.LIBERATED + "&programme=BURIAL", "rnokpp,category")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("programme"));
  }

  @Test
  void lists_are_listed() {
    var person = aid.known(Person.anyone());
    var id =
        Aid.list(Person.LIBERATED, "rnokpp,category", person.rnokpp() + ",OTHER")
            .jsonPath()
            .getString("id");
    Payments.get(Payments.approver(), "aid-lists?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.settlement", not(hasItem(Person.OCCUPIED)));
    Payments.get(Payments.officer(), "aid-lists/" + id + "/refused-lines?after=Zm9v")
        .then()
        .statusCode(400);
  }

  private static Response upload(byte[] content, String type) {
    return Aid.upload(Payments.officer(), Person.LIBERATED, type, content);
  }

  private static Map<String, ?> fundedToday() {
    return Map.of("fundedOn", Payments.today().toString());
  }
}
