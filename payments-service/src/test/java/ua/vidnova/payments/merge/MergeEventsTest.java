package ua.vidnova.payments.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Merges and unmerges as Kafka brings them: twice, late, and before what they are about. */
@QuarkusTest
@WithPlatform
class MergeEventsTest extends MergedPeople {

  @Test
  void events_may_come_twice_and_in_any_order() {
    var survivor = resumed();
    var merged = resumed();
    var now = Instant.now();
    Told.unmerged(merged.residentId(), survivor.residentId(), now);
    Told.merged(merged.residentId(), survivor.residentId(), now.minusSeconds(60));
    Told.merged(merged.residentId(), survivor.residentId(), now.plusSeconds(1));
    Told.merged(merged.residentId(), survivor.residentId(), now.plusSeconds(1));
    awaitMerged(merged, survivor);
    Told.unmerged(merged.residentId(), survivor.residentId(), now.minusSeconds(30));
    run();
    assertThat(states(merged)).isEmpty();
    assertThat(states(survivor)).containsExactly("ISSUED");

    Told.unmerged(merged.residentId(), survivor.residentId(), now.plusSeconds(2));
    Told.merged(merged.residentId(), survivor.residentId(), now.plusSeconds(1));
    eventually(() -> assertThat(mergedInto(merged)).isNull());
    run();
    assertThat(states(merged)).containsExactly("ISSUED");
  }

  @Test
  void a_merge_that_is_heard_of_before_the_survivor_changes_nothing_until_they_are_known() {
    var merged = Person.anyone().unpaidSince(THIS_MONTH);
    Payments.resumed(merged);
    var survivor = merged.doubled();
    merge(merged, survivor);
    run();
    assertThat(states(merged)).containsExactly("ISSUED");
    var resumption = Payments.awaitResumption(merged.residentId());
    Payments.get(Payments.officer(), "resumptions/" + resumption).then().statusCode(200);

    Told.identified(survivor.livingIn(Person.OCCUPIED));

    eventually(
        () ->
            Payments.get(Payments.officer(), "resumptions/" + resumption)
                .then()
                .body("settlement", equalTo(Person.OCCUPIED)));
  }

  @Test
  void a_record_that_is_merged_into_another_survivor_goes_with_it() {
    var first = resumed();
    var second = resumed();
    var merged = resumed();
    merge(merged, first);
    assertThat(holdOf(merged)).isEqualTo("ANOTHER_AWARD");

    merge(merged, second);

    assertThat(behind(merged)).isEqualTo(awardOf(second));
    unmerge(merged, second);
    assertThat(holdOf(merged)).isNull();
  }

  @Test
  void an_award_that_is_imported_later_is_the_merged_records_whose_number_it_is() {
    var merged = Person.anyone();
    var survivor = merged.doubled();
    Told.identified(merged);
    awaitIdentified(merged);
    Told.identified(survivor);
    awaitIdentified(survivor);
    merge(merged, survivor);

    Payments.importLines(merged.line()).then().statusCode(201);

    assertThat(
            books.rows(
                "select c.resident_id from resumption c join award a on a.id = c.award_id"
                    + " where a.rnokpp = ?",
                merged.rnokpp()))
        .containsExactly(Map.of("resident_id", merged.residentId().toString()));
  }
}
