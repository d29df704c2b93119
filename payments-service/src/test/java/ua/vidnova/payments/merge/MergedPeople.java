package ua.vidnova.payments.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** What happens to people with several records, and what is seen of them. */
abstract class MergedPeople {

  static final String THIS_MONTH = Payments.thisMonth().toString();

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  // what happens

  static Person resumed() {
    var person = Person.anyone().unpaidSince(THIS_MONTH);
    Payments.resumed(person);
    return person;
  }

  static void run() {
    assertThat(Payments.run(Payments.thisMonth()).statusCode()).isBetween(200, 201);
  }

  static void decide(String resumption) {
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
  }

  void merge(Person merged, Person survivor) {
    Told.merged(merged.residentId(), survivor.residentId());
    awaitMerged(merged, survivor);
  }

  void unmerge(Person merged, Person survivor) {
    Told.unmerged(merged.residentId(), survivor.residentId());
    eventually(() -> assertThat(mergedInto(merged)).isNull());
  }

  void paid(Person person) {
    handOver(person);
    report(person, "PAID");
  }

  void handOver(Person person) {
    Payments.get(Payments.ukrposhta(), "batches/" + lastOf(person).batchId() + "/file")
        .then()
        .statusCode(200);
  }

  void report(Person person, String outcome) {
    var entry = lastOf(person);
    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(Payments.outcome(entry.instructionId(), outcome)))
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  Books.Entry lastOf(Person person) {
    return books.instructionsOf(person.residentId()).getLast();
  }

  // what is seen

  void awaitMerged(Person merged, Person survivor) {
    eventually(() -> assertThat(mergedInto(merged)).isEqualTo(survivor.residentId().toString()));
  }

  void awaitIdentified(Person person) {
    eventually(
        () ->
            assertThat(
                    books.count(
                        "select count(*) as count from resident"
                            + " where id = ? and identity_told_at is not null",
                        person.residentId()))
                .isEqualTo(1));
  }

  String mergedInto(Person person) {
    return books
        .rows("select merged_into from resident where id = ?", person.residentId())
        .getFirst()
        .get("merged_into");
  }

  List<String> states(Person person) {
    return books.instructionsOf(person.residentId()).stream().map(Books.Entry::state).toList();
  }

  String awardOf(Person person) {
    return award(person).get("id");
  }

  String holdOf(Person person) {
    return award(person).get("hold");
  }

  String behind(Person person) {
    return award(person).get("behind_award_id");
  }

  Map<String, String> award(Person person) {
    return books
        .rows("select id, hold, behind_award_id from award where rnokpp = ?", person.rnokpp())
        .getFirst();
  }

  void assertHeld(Person owner, String reason) {
    assertThat(
            books.rows(
                "select distinct h.reason from held_unit h join payable_unit u on u.id = h.unit_id"
                    + " where u.award_id = ?",
                UUID.fromString(awardOf(owner))))
        .extracting(row -> row.get("reason"))
        .containsExactly(reason);
  }

  static ValidatableResponse differences(Person person, String state) {
    return Payments.get(
            Payments.officer(), "differences?state=" + state + "&residentId=" + person.residentId())
        .then()
        .statusCode(200);
  }

  static void eventually(ThrowingRunnable seen) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(seen);
  }
}
