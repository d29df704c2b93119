package ua.vidnova.payments.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class OverlapResourceTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Inject Books books;
  @Inject Aid aid;

  @BeforeEach
  void liberated() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void one_that_lasts_suspends_and_its_months_are_not_owed() {
    var since = Payments.thisMonth().minusMonths(2);
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(4).toString());
    Payments.resumed(person);
    var award = awardOf(person);

    var overlap = Payments.overlap(award, Map.of("from", since.toString(), "source", "Заява № 31"));

    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
    assertThat(books.unitsOf(person.residentId()))
        .containsEntry(since.minusMonths(1).toString(), "OUTSTANDING")
        .containsEntry(since.toString(), "NOT_DUE")
        .containsEntry(since.plusMonths(1).toString(), "NOT_DUE");
    KafkaProbe.await(
        "payments.awards",
        "ua.vidnova.payments.AwardSuspended.v2",
        data ->
            data.path("awardId").asText().equals(award)
                && data.path("reason").asText().equals("RUSSIAN_PENSION"));

    Payments.post(Payments.officer(), "awards/" + award + "/restoration").then().statusCode(201);
    var resumption =
        Payments.get(
                Payments.officer(), "resumptions?state=OPENED&residentId=" + person.residentId())
            .jsonPath();
    assertThat(resumption.getList("items[0].openConditions.code"))
        .containsExactly("RUSSIAN_PENSION_RECEIVED");
    assertThat(resumption.getList("items[0].arrears.months.month"))
        .containsExactly(since.minusMonths(2).toString(), since.minusMonths(1).toString());
    end(overlap, since.toString()).then().statusCode(200).body("to", equalTo(since.toString()));
    end(overlap, since.toString()).then().statusCode(409).body("code", equalTo("ended-before"));
    Payments.get(Payments.officer(), "resumptions/" + resumption.getString("items[0].id"))
        .then()
        .body("openConditions", hasSize(0))
        .body("arrears.months.month", hasItem(since.plusMonths(1).toString()));
  }

  @Test
  void what_was_paid_for_such_months_is_listed_to_be_settled() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(1).toString());
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var entries = books.instructionsOf(person.residentId());
    entries.forEach(
        entry -> {
          Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file");
          Payments.report(
                  Payments.ukrposhta(),
                  entry.batchId(),
                  List.of(Payments.outcome(entry.instructionId(), "PAID")))
              .then()
              .statusCode(200);
        });
    var month = Payments.thisMonth().minusMonths(1).toString();

    var overlap =
        Payments.overlap(
            awardOf(person), Map.of("from", month, "to", month, "source", "Повідомлення ПФУ № 5"));

    assertThat(books.awardStateOf(person)).as("it has ended").isEqualTo("RESUMED");
    Payments.get(Payments.auditor(), "overlaps?limit=200")
        .then()
        .statusCode(200)
        .rootPath("items.find { it.id == '" + overlap + "' }")
        .body("paidMonths", equalTo(1))
        .body("paidMinor", equalTo(346_025));
  }

  @Test
  void once_it_has_ended_two_people_resume_and_its_months_stay_unpaid() {
    var thisMonth = Payments.thisMonth();
    var lastOfOverlap = thisMonth.minusMonths(2);
    var person = Person.anyone().unpaidSince(thisMonth.minusMonths(4).toString());
    Payments.resumed(person);
    var award = awardOf(person);
    var overlap =
        Payments.overlap(
            award, Map.of("from", thisMonth.minusMonths(3).toString(), "source", "Заява № 7"));
    Payments.post(Payments.officer(), "awards/" + award + "/restoration").then().statusCode(201);
    var resumption =
        Payments.get(
                Payments.officer(), "resumptions?state=OPENED&residentId=" + person.residentId())
            .jsonPath()
            .getString("items[0].id");
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(409)
        .body("openConditions.code", contains("RUSSIAN_PENSION_RECEIVED"));

    end(overlap, thisMonth.minusMonths(4).toString())
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("ends-too-early"));
    end(overlap, thisMonth.plusMonths(1).toString())
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("in-future"));
    end(overlap, lastOfOverlap.toString()).then().statusCode(200);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
    Payments.run(thisMonth);

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::month)
        .containsExactly(
            thisMonth.minusMonths(4).toString(),
            thisMonth.minusMonths(1).toString(),
            thisMonth.toString());
  }

  @Test
  void its_months_are_neither_the_heirs_nor_owed_after_a_reappearance() {
    var month = Payments.thisMonth().minusMonths(2);
    var person = Person.anyone().unpaidSince(month.toString());
    Payments.resumed(person);
    Payments.overlap(
        awardOf(person),
        Map.of("from", month.toString(), "to", month.toString(), "source", "Заява № 9"));

    Told.died(person.residentId(), Payments.today());
    aid.awaitStopped(person);
    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("NOT_DUE", "UNPAID_ON_DEATH", "UNPAID_ON_DEATH");

    Told.alive(person.residentId(), Payments.today());
    aid.awaitDormant(person);
    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("NOT_DUE", "OUTSTANDING", "OUTSTANDING");
  }

  @Test
  void a_run_that_comes_later_pays_none_of_its_months() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(1).toString());
    Payments.resumed(person);
    recorded(person, month);

    Payments.run(month);

    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("OUTSTANDING", "NOT_DUE");
    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::month)
        .containsExactly(month.minusMonths(1).toString());
    Payments.assertBooksAgree();
  }

  @Test
  void what_no_partner_has_of_its_months_is_taken_back() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(1).toString());
    Payments.resumed(person);
    Payments.run(month);

    recorded(person, month.minusMonths(1));

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::state)
        .containsExactly("WITHDRAWN", "ISSUED");
    KafkaProbe.await(
        "payments.instructions",
        "ua.vidnova.payments.InstructionNotDue.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));
    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("NOT_DUE", "OUTSTANDING");
    Payments.assertBooksAgree();
  }

  @Test
  void what_comes_back_from_a_partner_of_its_months_is_not_paid_again() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(1).toString());
    Payments.resumed(person);
    Payments.run(month);
    var entries = books.instructionsOf(person.residentId());
    entries.forEach(aid::handedOver);
    recorded(person, month.minusMonths(1));

    entries.forEach(
        entry ->
            Payments.report(
                    Payments.ukrposhta(),
                    entry.batchId(),
                    List.of(Payments.outcome(entry.instructionId(), "NOT_COLLECTED")))
                .then()
                .statusCode(200));

    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("NOT_DUE", "OUTSTANDING");
    Payments.assertBooksAgree();
  }

  @Test
  void lets_a_proposed_case_be_decided_first() {
    var month = Payments.thisMonth().minusMonths(1);
    var person = Person.anyone().unpaidSince(month.toString());
    Payments.resumed(person);
    var award = "awards/" + awardOf(person);
    Payments.post(Payments.officer(), award + "/suspension", Map.of("ground", "OWN_REQUEST"))
        .then()
        .statusCode(204);
    Payments.post(Payments.officer(), award + "/restoration").then().statusCode(201);
    var resumption =
        Payments.get(
                Payments.officer(), "resumptions?state=OPENED&residentId=" + person.residentId())
            .jsonPath()
            .getString("items[0].id");
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    var body = Map.of("from", month.toString(), "to", month.toString(), "source", "Заява № 8");

    record(awardOf(person), body).then().statusCode(409).body("code", equalTo("case-proposed"));

    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
    Payments.overlap(awardOf(person), body);
    assertThat(books.unitsOf(person.residentId()).values()).containsExactly("NOT_DUE");
  }

  private void recorded(Person person, YearMonth month) {
    Payments.overlap(
        awardOf(person),
        Map.of("from", month.toString(), "to", month.toString(), "source", "Заява № 12"));
  }

  @Test
  void refuses_months_that_cannot_be() {
    var person = Person.anyone();
    Payments.resumed(person);
    var award = awardOf(person);
    var next = Payments.thisMonth().plusMonths(1).toString();

    fault(award, Map.of("from", next, "source", "x"), "from", "in-future");
    fault(award, Map.of("from", "2025-01", "to", next, "source", "x"), "to", "in-future");
    fault(award, Map.of("from", "2025-02", "to", "2025-01", "source", "x"), "to", "ends-too-early");
    fault(award, Map.of("from", "2025-01", "source", " "), "source", "required");
    record(award, Map.of("from", "January", "source", "x")).then().statusCode(400);
    record(award, Map.of("from", "2025-01", "to", "2025-03", "source", "x")).then().statusCode(201);
    record(award, Map.of("from", "2025-03", "source", "x"))
        .then()
        .statusCode(409)
        .body("code", equalTo("months-recorded"));
  }

  @Test
  void only_officers_record_and_only_of_their_own_residents() {
    var person = Person.anyone();
    Payments.resumed(person);
    var award = awardOf(person);
    var body = Map.of("from", "2025-01", "to", "2025-01", "source", "x");
    var far = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within(OTHER_HROMADA).token();

    Payments.post(far, "awards/" + award + "/overlap", body).then().statusCode(404);
    Payments.post(far, "awards/" + award + "/restoration").then().statusCode(404);
    Payments.post(far, "awards/" + award + "/suspension", Map.of("ground", "OWN_REQUEST"))
        .then()
        .statusCode(404);
    Payments.get(far, "overlaps").then().body("items", hasSize(0));
    var proposal = record(award, body).then().statusCode(201).extract().<String>path("id");
    Payments.get(far, "overlaps/proposed").then().body("items.id", not(hasItem(proposal)));
    var farApprover = Cash.farAway(Roles.PAYMENTS_APPROVER);
    for (var step : List.of("approval", "refusal")) {
      Payments.post(farApprover, "overlaps/" + proposal + "/" + step).then().statusCode(404);
      Payments.post(Payments.auditor(), "overlaps/" + proposal + "/" + step).then().statusCode(403);
    }
    Payments.post(Payments.officer(), "overlaps/" + proposal + "/approval").then().statusCode(403);
    Payments.post(Payments.approver(), "overlaps/" + proposal + "/refusal").then().statusCode(200);
    var overlap = Payments.overlap(award, body);
    Payments.post(far, "overlaps/" + overlap + "/end", Map.of("to", "2025-01"))
        .then()
        .statusCode(404);
    var registrar = TestTokens.staff("r", Roles.REGISTRAR).within(Person.OBLAST).token();
    for (var token : List.of(Payments.approver(), Payments.auditor(), registrar)) {
      Payments.post(token, "awards/" + award + "/overlap", body).then().statusCode(403);
      Payments.post(token, "awards/" + award + "/restoration").then().statusCode(403);
      Payments.post(token, "awards/" + award + "/suspension", Map.of("ground", "OWN_REQUEST"))
          .then()
          .statusCode(403);
    }
    Payments.get(registrar, "overlaps").then().statusCode(403);
    Payments.get(registrar, "overlaps/proposed").then().statusCode(403);
  }

  @Test
  void an_officer_suspends_on_a_ground_of_their_own_and_no_other() {
    var person = Person.anyone();
    Payments.resumed(person);
    var path = "awards/" + awardOf(person) + "/suspension";

    Payments.post(Payments.officer(), path, Map.of("ground", "NO_IDENTIFICATION"))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("not-stated"));
    Payments.post(Payments.officer(), path, Map.of("ground", "OWN_REQUEST", "note", "Заява № 17"))
        .then()
        .statusCode(204);
    Payments.post(Payments.officer(), path, Map.of("ground", "OWN_REQUEST"))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"))
        .body("state", equalTo("DORMANT"));
    Payments.get(Payments.officer(), "suspensions?residentId=" + person.residentId())
        .then()
        .body("items.note", contains("Заява № 17"))
        .body("items.suspendedBy", contains("officer-1"));
  }

  private void fault(String award, Map<String, ?> body, String field, String code) {
    record(award, body)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(field))
        .body("errors[0].code", equalTo(code));
  }

  private static Response record(String award, Map<String, ?> body) {
    return Payments.post(Payments.officer(), "awards/" + award + "/overlap", body);
  }

  private static Response end(String overlap, String to) {
    return Payments.post(Payments.officer(), "overlaps/" + overlap + "/end", Map.of("to", to));
  }

  private String awardOf(Person person) {
    return books.awardOf(person).toString();
  }
}
