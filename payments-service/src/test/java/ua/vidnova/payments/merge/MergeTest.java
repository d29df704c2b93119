package ua.vidnova.payments.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** What becomes of money when the registry finds that two records are of one person, or of two. */
@QuarkusTest
@WithPlatform
class MergeTest extends MergedPeople {

  @Test
  void after_a_merge_one_award_is_paid_and_after_an_unmerge_each_gets_their_own_back() {
    var survivor = resumed();
    var merged = resumed();
    run();
    var before = books.instructionsOf(merged.residentId());
    assertThat(before).extracting(Books.Entry::state).containsExactly("ISSUED");

    merge(merged, survivor);

    assertThat(states(merged)).containsExactly("WITHDRAWN");
    assertThat(states(survivor)).containsExactly("ISSUED");
    var told =
        KafkaProbe.await(
            "payments.instructions",
            "ua.vidnova.payments.InstructionTakenBack.v1",
            data -> data.path("instructionId").asText().equals(before.getFirst().instructionId()));
    assertThat(told.data().path("reason").asText()).isEqualTo("ANOTHER_AWARD");
    run();
    assertThat(states(merged)).containsExactly("WITHDRAWN");
    assertHeld(merged, "ANOTHER_AWARD");
    differences(survivor, "OPEN")
        .body("items.kind", contains("ANOTHER_AWARD"))
        .body("items.residentId", contains(survivor.residentId().toString()));

    unmerge(merged, survivor);

    differences(merged, "OPEN").body("items", empty());
    differences(merged, "LAPSED").body("items.kind", contains("ANOTHER_AWARD"));
    run();
    assertThat(states(merged)).containsExactly("WITHDRAWN", "ISSUED");
    assertThat(states(survivor)).containsExactly("WITHDRAWN", "ISSUED");
  }

  @Test
  void what_was_paid_twice_before_the_merge_is_an_open_difference() {
    var survivor = resumed();
    var merged = resumed();
    run();
    paid(survivor);
    paid(merged);

    merge(merged, survivor);

    differences(survivor, "OPEN")
        .body("items.kind", hasItem("PAID_TWICE"))
        .body("items.findAll { it.kind == 'PAID_TWICE' }.month", contains(THIS_MONTH))
        .body("items.findAll { it.kind == 'PAID_TWICE' }.amountMinor", contains(346025))
        .body("items.findAll { it.kind == 'PAID_TWICE' }.awardId", contains(awardOf(merged)))
        .body(
            "items.findAll { it.kind == 'PAID_TWICE' }.otherAwardId", contains(awardOf(survivor)));
    Told.merged(merged.residentId(), survivor.residentId());
    unmerge(merged, survivor);
    differences(survivor, "OPEN").body("items", empty());
  }

  @Test
  void what_two_partners_report_after_the_merge_is_a_difference_too() {
    var survivor = resumed();
    var merged = resumed();
    run();
    handOver(survivor);
    handOver(merged);
    merge(merged, survivor);
    differences(survivor, "OPEN").body("items.kind", contains("ANOTHER_AWARD"));

    report(survivor, "PAID");
    report(merged, "PAID");

    differences(survivor, "OPEN").body("items.kind", hasItem("PAID_TWICE"));
  }

  @Test
  void a_month_that_is_under_way_to_the_person_is_not_sent_again_unless_it_comes_back() {
    var survivor = Person.anyone().unpaidSince(THIS_MONTH);
    var merged = resumed();
    run();
    handOver(merged);
    Payments.resumed(survivor);
    merge(merged, survivor);

    run();

    assertThat(states(survivor)).isEmpty();
    assertHeld(survivor, "MONTH_PAID");
    assertThatThrownBy(
            () ->
                books.execute(
                    "insert into instruction (id, unit_id, batch_id, state)"
                        + " select uuidv7(), u.id, i.batch_id, 'ISSUED'"
                        + " from payable_unit u, instruction i where u.award_id = ?"
                        + " and i.id = ?",
                    UUID.fromString(awardOf(survivor)),
                    UUID.fromString(
                        books.instructionsOf(merged.residentId()).getFirst().instructionId())))
        .hasMessageContaining("paid twice to one person");
    report(merged, "NOT_COLLECTED");
    run();
    assertThat(states(survivor)).containsExactly("ISSUED");
    assertThat(states(merged)).containsExactly("NOT_COLLECTED");
  }

  @Test
  void of_two_cases_the_survivors_is_decided_and_the_other_waits_behind_it() {
    var survivor = Person.anyone();
    var merged = Person.anyone();
    var leading = Payments.opened(survivor);
    var waiting = Payments.opened(merged);

    merge(merged, survivor);

    Payments.post(Payments.officer(), "resumptions/" + waiting + "/proposal")
        .then()
        .statusCode(409)
        .body("openConditions.code", contains("ANOTHER_AWARD"));
    Payments.get(Payments.officer(), "resumptions?residentId=" + survivor.residentId())
        .then()
        .body("items.id", contains(leading, waiting));
    Payments.post(Payments.officer(), "resumptions/" + leading + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(200);
    Payments.post(Payments.officer(), "resumptions/" + waiting + "/proposal")
        .then()
        .statusCode(200);
  }

  @Test
  void the_award_of_a_merged_record_is_paid_as_the_person_is_known_and_goes_back_with_it() {
    var merged = Person.anyone().unpaidSince(THIS_MONTH);
    var survivor = merged.doubled();
    var iban = "UA213223130000026007233566001";
    Payments.importLines(merged.line()).then().statusCode(201);
    Told.identified(merged);
    var resumption = Payments.awaitResumption(merged.residentId());
    Told.identified(survivor, identity -> identity.remove("rnokpp"));
    awaitIdentified(survivor);
    Told.identified(survivor, Told.byBank(iban));
    merge(merged, survivor);
    eventually(
        () ->
            Payments.get(Payments.officer(), "resumptions/" + resumption)
                .then()
                .body("openConditions", empty()));
    Cash.confirmAccount(Payments.approver(), survivor.residentId(), iban).then().statusCode(200);

    decide(resumption);
    run();

    assertThat(books.instructionsOf(merged.residentId()))
        .extracting(Books.Entry::partner)
        .containsExactly(Payments.OSCHADBANK);
    Told.identified(survivor, identity -> identity.remove("rnokpp"));
    unmerge(merged, survivor);
    run();
    assertThat(books.instructionsOf(merged.residentId()))
        .extracting(Books.Entry::partner, Books.Entry::state)
        .containsExactly(
            tuple(Payments.OSCHADBANK, "WITHDRAWN"), tuple(Payments.UKRPOSHTA, "ISSUED"));
  }

  @Test
  void a_death_of_one_record_holds_the_awards_of_the_others_until_they_part() {
    var survivor = resumed();
    var merged = Person.anyone();
    Told.identified(merged);
    awaitIdentified(merged);
    run();
    merge(merged, survivor);

    Told.died(merged.residentId(), Payments.today());

    eventually(() -> assertThat(states(survivor)).containsExactly("WITHDRAWN"));
    differences(survivor, "OPEN").body("items.kind", contains("RECORD_OF_DEATH"));
    run();
    assertThat(states(survivor)).containsExactly("WITHDRAWN");
    assertThat(books.awardStateOf(survivor)).isEqualTo("RESUMED");
    unmerge(merged, survivor);
    run();
    assertThat(states(survivor)).containsExactly("WITHDRAWN", "ISSUED");
  }

  @Test
  void a_disappearance_of_one_record_holds_the_awards_of_the_others_until_the_person_is_back() {
    var survivor = resumed();
    var merged = Person.anyone();
    Told.identified(merged);
    awaitIdentified(merged);
    merge(merged, survivor);

    Told.lifeState(merged.residentId(), "MISSING", Payments.today());

    eventually(
        () ->
            differences(survivor, "OPEN").body("items.kind", contains("RECORD_OF_DISAPPEARANCE")));
    run();
    assertThat(states(survivor)).isEmpty();
    Told.alive(merged.residentId(), Payments.today());
    eventually(() -> differences(survivor, "OPEN").body("items", empty()));
    run();
    assertThat(states(survivor)).containsExactly("ISSUED");
  }
}
