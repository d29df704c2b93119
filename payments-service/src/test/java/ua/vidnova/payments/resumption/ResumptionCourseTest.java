package ua.vidnova.payments.resumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.resumption.ResumptionState.Step;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** The database takes the same steps as the code, and no other. */
@QuarkusTest
@WithPlatform
class ResumptionCourseTest {

  private static final String MOVE =
      """
      update resumption set state = ?,
        proposed_by = 'one', proposed_at = now(),
        first_period = date_trunc('month', current_date),
        approved_by = case when ? in ('APPROVED', 'RESUMED') then 'two' end,
        approved_at = case when ? in ('APPROVED', 'RESUMED') then now() end,
        refused_by = case ? when 'REFUSED' then 'two' end,
        refused_at = case ? when 'REFUSED' then now() end,
        refusal_reason = case ? when 'REFUSED' then 'because' end,
        closed_at = case ? when 'CLOSED' then now() end,
        resumed_at = case ? when 'RESUMED' then now() end
      where id = ?
      """;

  @Inject Books books;

  @ParameterizedTest
  @EnumSource
  void takes_only_the_steps_of_the_table(ResumptionState from) throws SQLException {
    for (var to : ResumptionState.values()) {
      var id = inState(from);
      var isStep = Arrays.stream(Step.values()).anyMatch(step -> leads(from, step, to));
      if (isStep || (to == from && from.allows(Step.REFUSE))) {
        assertThatCode(() -> move(id, to)).as(from + " to " + to).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> move(id, to))
            .as(from + " to " + to)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("cannot change so");
      }
    }
  }

  @Test
  void begins_opened_and_is_never_deleted() throws SQLException {
    var id = inState(ResumptionState.REFUSED);
    assertThatThrownBy(
            () ->
                books.execute(
                    "insert into resumption (id, award_id, resident_id, state, applied_on,"
                        + " decide_by, opened_at, refused_by, refused_at, refusal_reason)"
                        + " select uuidv7(), award_id, resident_id, 'REFUSED', applied_on,"
                        + " decide_by, now(), 'one', now(), 'because' from resumption where id = ?",
                    id))
        .hasMessageContaining("does not begin as REFUSED");
    assertThatThrownBy(() -> books.execute("delete from resumption where id = ?", id))
        .hasMessageContaining("cannot change so");
  }

  @Test
  void is_resumed_once_the_first_payment_reached_the_person() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var person = Person.anyone();
    var resumption = Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var entry = books.instructionsOf(person.residentId()).getFirst();
    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file");
    assertThat(stateOf(resumption)).isEqualTo("APPROVED");

    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            java.util.List.of(Payments.outcome(entry.instructionId(), "PAID")))
        .then()
        .statusCode(200);

    assertThat(stateOf(resumption)).isEqualTo("RESUMED");
  }

  private static String stateOf(String resumption) {
    return Payments.get(Payments.officer(), "resumptions/" + resumption)
        .jsonPath()
        .getString("state");
  }

  private static boolean leads(ResumptionState from, Step step, ResumptionState to) {
    return from.after(step).filter(to::equals).isPresent();
  }

  private UUID inState(ResumptionState state) throws SQLException {
    var id = UUID.fromString(Payments.opened(Person.anyone()));
    var path =
        switch (state) {
          case OPENED -> new ResumptionState[0];
          case PROPOSED, REFUSED, CLOSED -> new ResumptionState[] {state};
          case APPROVED -> new ResumptionState[] {ResumptionState.PROPOSED, state};
          case RESUMED ->
              new ResumptionState[] {ResumptionState.PROPOSED, ResumptionState.APPROVED, state};
        };
    for (var next : path) {
      move(id, next);
    }
    return id;
  }

  private void move(UUID id, ResumptionState to) throws SQLException {
    var name = to.name();
    books.execute(MOVE, name, name, name, name, name, name, name, name, id);
  }
}
