package ua.vidnova.payments.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class RunResourceTest {

  private static final String IBAN = "UA213223130000026007233566001";

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void pays_the_first_payment_of_arrears_and_the_current_month() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(14).toString());
    Payments.resumed(person);

    Payments.run(month);

    var instructions = books.instructionsOf(person.residentId());
    assertThat(instructions)
        .extracting(Books.Entry::month)
        .containsExactlyElementsOf(
            Stream.iterate(month.minusMonths(12), one -> one.plusMonths(1))
                .limit(13)
                .map(Object::toString)
                .toList());
    assertThat(instructions).allMatch(one -> one.partner().equals(Payments.UKRPOSHTA));
    assertThat(instructions).allMatch(one -> one.state().equals("ISSUED"));
    KafkaProbe.await(
        "payments.instructions",
        "ua.vidnova.payments.InstructionIssued.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));
  }

  @Test
  void a_proposal_tells_what_it_would_send_and_makes_nothing() {
    Payments.run(Payments.thisMonth());
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(2).toString());
    Payments.resumed(person);
    var held = Person.anyone().livingIn(Person.OCCUPIED);
    Payments.resumed(held);
    var units = books.count("select count(*) as count from payable_unit");

    var proposal =
        Payments.propose(Payments.thisMonth())
            .then()
            .statusCode(201)
            .header("ETag", notNullValue())
            .body("state", equalTo("PROPOSED"))
            .body("proposal.units", equalTo(3))
            .body("proposal.totalMinor", equalTo(3 * 346_025))
            .body("proposal.totals.find { it.channel == 'POST' }.units", equalTo(3))
            .body("proposal.totals.hold", hasItem("SETTLEMENT_NOT_LIBERATED"))
            .body("progress.shards", equalTo(0))
            .extract()
            .jsonPath()
            .getString("id");

    assertThat(books.count("select count(*) as count from payable_unit")).isEqualTo(units);
    assertThat(books.instructionsOf(person.residentId())).isEmpty();
    Payments.approve(proposal).then().statusCode(200).body("progress.shards", notNullValue());
    Payments.awaitExecuted(proposal).then().body("instructions", equalTo(3));
  }

  @Test
  void a_proposal_tells_the_differences_to_the_executed_period_before() throws SQLException {
    var last = Payments.thisMonth();
    var next = last.plusMonths(1);
    var paid = Person.anyone().unpaidSince(last.toString());
    var moved = Person.anyone().unpaidSince(last.toString());
    var withArrears = Person.anyone().unpaidSince(last.minusMonths(1).toString());
    var died = Person.anyone().unpaidSince(last.toString());
    for (var person : List.of(paid, moved, withArrears, died)) {
      Payments.resumed(person);
    }
    Payments.run(last);
    Told.identified(moved.livingIn(Person.OCCUPIED), Told.byBank(null));
    Told.died(died.residentId(), Payments.today());
    awaitChannel(moved, "BANK");
    Awaitility.await().until(() -> books.awardStateOf(died), "STOPPED"::equals);
    Payments.resumed(Person.anyone().unpaidSince(last.toString()));

    var proposal = Payments.propose(next).then().statusCode(201).extract().jsonPath();

    assertThat(proposal.getString("proposal.comparedTo")).isEqualTo(last.toString());
    var pensions = "proposal.differences.findAll { it.programme == 'PENSION' }";
    var kinds = proposal.<String>getList(pensions + ".kind");
    assertThat(kinds).contains("NEW", "CHANGED", "HELD").doesNotHaveDuplicates();
    assertThat(proposal.getLong(pensions + ".find { it.kind == 'CHANGED' }.beforeMinor"))
        .isGreaterThanOrEqualTo(2 * 346_025);
    Payments.post(
            Payments.approver(),
            "runs/" + proposal.getString("id") + "/refusal",
            Map.of("reason", "Зарано."))
        .then()
        .statusCode(200);
  }

  @Test
  void a_second_run_of_a_period_sends_nothing_new_and_is_a_run_of_its_own() {
    Payments.resumed(Person.anyone());
    var month = Payments.thisMonth();
    var first = Payments.run(month).jsonPath().getString("id");
    var instructions = books.count("select count(*) as count from instruction");

    Payments.run(month)
        .then()
        .body("id", not(equalTo(first)))
        .body("instructions", equalTo(0))
        .body("batches", empty());

    assertThat(books.count("select count(*) as count from instruction")).isEqualTo(instructions);
  }

  @Test
  void one_run_at_a_time() throws Exception {
    Callable<Response> propose = () -> Payments.propose(Payments.thisMonth());
    var statuses = new ArrayList<Integer>();
    String run = null;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(List.of(propose, propose, propose, propose))) {
        statuses.add(answer.get().statusCode());
        run = answer.get().statusCode() == 201 ? answer.get().jsonPath().getString("id") : run;
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    Payments.propose(Payments.thisMonth()).then().body("code", equalTo("another-run"));
    Payments.approve(run).then().statusCode(200);
    Payments.awaitExecuted(run);
  }

  @Test
  void every_shard_is_done_once_however_often_it_is_told() {
    var people = Stream.generate(Person::anyone).limit(51).toList();
    Payments.resumed(people);
    var run = Payments.run(Payments.thisMonth()).jsonPath();
    assertThat(run.getInt("progress.shards")).isGreaterThan(1);
    assertThat(run.getInt("progress.shardsDone")).isEqualTo(run.getInt("progress.shards"));
    var instructions = books.count("select count(*) as count from instruction");

    for (var shard :
        books.rows(
            "select id, run_id, number, of from run_shard where run_id = ?::uuid",
            run.getString("id"))) {
      KafkaProbe.send(
          "payments.run-shards",
          shard.get("id"),
          "ua.vidnova.payments.RunShardDue.v1",
          Map.of(
              "shardId", shard.get("id"),
              "runId", shard.get("run_id"),
              "number", Integer.valueOf(shard.get("number")),
              "of", Integer.valueOf(shard.get("of"))));
    }
    Payments.run(Payments.thisMonth());

    assertThat(books.count("select count(*) as count from instruction")).isEqualTo(instructions);
    for (var person : people) {
      assertThat(books.instructionsOf(person.residentId()))
          .extracting(Books.Entry::month)
          .hasSize(books.unitsOf(person.residentId()).size())
          .doesNotHaveDuplicates();
    }
    KafkaProbe.await(
        "payments.runs",
        "ua.vidnova.payments.RunExecuted.v1",
        data -> data.path("runId").asText().equals(run.getString("id")));
  }

  @Test
  void the_next_period_brings_its_month_and_one_part_of_the_arrears() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(14).toString());
    Payments.resumed(person);
    Payments.run(month);

    Payments.run(month.plusMonths(1));

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::month)
        .hasSize(15)
        .contains(month.minusMonths(14).toString(), month.plusMonths(1).toString())
        .doesNotContain(month.minusMonths(13).toString());
  }

  @Test
  void a_period_that_was_skipped_is_made_up_for() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.toString());
    Payments.resumed(person);

    Payments.run(month.plusMonths(1));

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::month)
        .containsExactly(month.toString(), month.plusMonths(1).toString());
  }

  @Test
  void a_bank_account_goes_to_the_bank() {
    var person = Person.anyone();
    Payments.resumedByBank(person, IBAN);

    Payments.run(Payments.thisMonth())
        .then()
        .body("batches.channel", hasItem("BANK"))
        .body("batches.partner", hasItem(Payments.OSCHADBANK));

    assertThat(books.instructionsOf(person.residentId()))
        .isNotEmpty()
        .allMatch(one -> one.partner().equals(Payments.OSCHADBANK));
  }

  @Test
  void where_the_post_does_not_deliver_units_are_held_with_the_reason() {
    var person = Person.anyone().livingIn(Person.OCCUPIED);
    Payments.resumed(person);

    var run =
        Payments.run(Payments.thisMonth())
            .then()
            .body("held.reason", hasItem("SETTLEMENT_NOT_LIBERATED"))
            .extract()
            .jsonPath()
            .getString("id");

    assertThat(books.instructionsOf(person.residentId())).isEmpty();
    assertHeld(run, person, "SETTLEMENT_NOT_LIBERATED");
    Payments.get(Payments.officer(), "runs/" + run)
        .then()
        .statusCode(200)
        .body("held.reason", hasItem("SETTLEMENT_NOT_LIBERATED"));
  }

  @Test
  void held_units_are_sent_once_their_channel_works() {
    var person = Person.anyone().livingIn(Person.OCCUPIED);
    Payments.resumedByBank(person, null);
    var run = Payments.run(Payments.thisMonth()).jsonPath().getString("id");
    assertHeld(run, person, "IBAN_MISSING");

    Told.identified(person, Told.byBank(IBAN));
    Awaitility.await()
        .until(
            () ->
                books.count(
                        "select count(*) as count from resident where id = ? and told_iban is not null",
                        person.residentId())
                    == 1);
    Cash.confirmAccount(Payments.approver(), person.residentId(), IBAN).then().statusCode(200);
    var next = Payments.run(Payments.thisMonth()).jsonPath().getString("id");

    assertThat(books.instructionsOf(person.residentId())).isNotEmpty();
    assertThat(
            books.count(
                "select count(*) as count from held_unit h"
                    + " join payable_unit u on u.id = h.unit_id join award a on a.id = u.award_id"
                    + " where h.run_id = ?::uuid and a.resident_id = ?",
                next,
                person.residentId()))
        .isZero();
  }

  @Test
  void nothing_is_due_to_those_who_were_not_approved() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal");

    Payments.run(Payments.thisMonth());

    assertThat(books.instructionsOf(person.residentId())).isEmpty();
  }

  @Test
  void a_full_batch_is_followed_by_another() throws Exception {
    books.execute("update partner set lines_max = 3 where channel = 'POST'");
    try {
      var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(7).toString());
      Payments.resumed(person);

      Payments.run(Payments.thisMonth());

      assertThat(
              books.rows(
                  "select count(*) as size from instruction where batch_id in ("
                      + " select i.batch_id from instruction i"
                      + " join payable_unit u on u.id = i.unit_id"
                      + " join award a on a.id = u.award_id where a.resident_id = ?)"
                      + " group by batch_id",
                  person.residentId()))
          .hasSizeGreaterThan(2)
          .allMatch(row -> Integer.parseInt(row.get("size")) <= 3);
    } finally {
      books.execute("update partner set lines_max = 50000 where channel = 'POST'");
    }
  }

  @Test
  void sums_agree_with_what_is_in_the_batches() {
    Payments.resumed(Person.anyone());
    Payments.run(Payments.thisMonth());

    assertThat(
            books.rows(
                "select b.id from batch b"
                    + " left join (select i.batch_id, count(*) as n, sum(u.amount_minor) as total"
                    + "   from instruction i join payable_unit u on u.id = i.unit_id"
                    + "   where i.state <> 'WITHDRAWN' group by i.batch_id) s on s.batch_id = b.id"
                    + " where b.instruction_count <> coalesce(s.n, 0)"
                    + " or b.total_minor <> coalesce(s.total, 0)"))
        .isEmpty();
  }

  @Test
  void refuses_a_period_too_far_away() {
    for (var period :
        List.of(Payments.thisMonth().plusMonths(2), Payments.thisMonth().minusMonths(13))) {
      Payments.propose(period)
          .then()
          .statusCode(422)
          .body("errors[0].field", equalTo("period"))
          .body("errors[0].code", equalTo("period-out-of-range"));
    }
    assertThat(
            books.count(
                "select count(*) as count from payment_run where period > ?",
                Date.valueOf(Payments.thisMonth().plusMonths(1).atDay(1))))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "November", "2026-11-01", ""})
  void refuses_a_period_it_cannot_read(String period) {
    Payments.post(Payments.officer(), "runs", Map.of("period", period))
        .then()
        .statusCode(oneOf(400, 422))
        .contentType("application/problem+json");
  }

  @Test
  void refuses_a_request_without_a_period() {
    Payments.post(Payments.officer(), "runs", Map.of())
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("period"));
  }

  @Test
  void lists_runs_latest_first() {
    Payments.run(Payments.thisMonth());

    Payments.get(Payments.auditor(), "runs?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].id", notNullValue())
        .body("items[0].currency", equalTo("UAH"));
  }

  @Test
  void only_officers_run_and_only_payments_staff_look() {
    var request = Map.of("period", Payments.thisMonth().toString());
    for (var token :
        List.of(
            Payments.approver(),
            Payments.auditor(),
            Payments.ukrposhta(),
            TestTokens.staff("registrar-1", Roles.REGISTRAR).token())) {
      Payments.post(token, "runs", request).then().statusCode(403);
    }
    given().get(Payments.BASE + "runs").then().statusCode(401);
    Payments.get(Payments.ukrposhta(), "runs").then().statusCode(403);
    Payments.get(TestTokens.staff("medic-1", Roles.MEDIC).token(), "runs").then().statusCode(403);
    Payments.get(Payments.officer(), "runs/" + UUID.randomUUID()).then().statusCode(404);
    Payments.get(Payments.officer(), "runs/" + UUID.randomUUID() + "/held-units")
        .then()
        .statusCode(404);
  }

  @Test
  void held_units_of_other_hromadas_are_not_shown() {
    var person = Person.anyone().livingIn(Person.OCCUPIED);
    Payments.resumed(person);
    var run = Payments.run(Payments.thisMonth()).jsonPath().getString("id");
    var elsewhere =
        TestTokens.staff("near", Roles.PAYMENTS_OFFICER).within("UA44020010000067642").token();

    assertThat(
            Payments.get(elsewhere, "runs/" + run + "/held-units?limit=200")
                .jsonPath()
                .<String>getList("items.residentId"))
        .doesNotContain(person.residentId().toString());
  }

  private void awaitChannel(Person person, String channel) {
    Awaitility.await()
        .until(
            () ->
                books.count(
                        "select count(*) as count from resident where id = ? and channel = ?",
                        person.residentId(),
                        channel)
                    == 1);
  }

  private static void assertHeld(String run, Person person, String reason) {
    var found = false;
    String after = null;
    do {
      var page =
          Payments.get(
                  Payments.officer(),
                  "runs/"
                      + run
                      + "/held-units?limit=200"
                      + (after == null ? "" : "&after=" + after))
              .jsonPath();
      found |=
          page.<Map<String, String>>getList("items").stream()
              .anyMatch(
                  unit ->
                      unit.get("residentId").equals(person.residentId().toString())
                          && unit.get("reason").equals(reason));
      after = page.getString("next");
    } while (after != null && !found);
    assertThat(found).isTrue();
  }
}
