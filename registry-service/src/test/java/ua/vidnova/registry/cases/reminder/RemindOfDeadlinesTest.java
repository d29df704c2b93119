package ua.vidnova.registry.cases.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static ua.vidnova.registry.cases.CasesApi.moved;
import static ua.vidnova.registry.cases.CasesApi.show;
import static ua.vidnova.registry.cases.CasesApi.submission;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.cases.CasesApi.submitted;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.cases.reminder.CaseReminder.Stage;

@QuarkusTest
@WithPlatform
class RemindOfDeadlinesTest {

  @Inject RemindOfDeadlines remindOfDeadlines;
  @Inject MeterRegistry meters;
  @Inject AgroalDataSource database;

  @Test
  void what_is_due_soon_and_what_is_overdue_is_pointed_out_once() {
    var soon = submitted("BIRTH_FACT_FOR_COURT");
    var overdue = submittedDaysAgo(40);
    var far = submitted("DESTROYED_PROPERTY_NOTICE");
    remindOfDeadlines.remind();
    show(soon).body("reminders.stage", contains("DUE_SOON"));
    show(overdue).body("reminders.stage", contains("OVERDUE"));
    show(far).body("reminders", empty());
    var remindedAt = show(soon).extract().<String>path("reminders[0].remindedAt");

    assertThat(remindOfDeadlines.remind())
        .extracting(CaseReminder.Key::caseId)
        .doesNotContain(UUID.fromString(soon), UUID.fromString(overdue));
    show(soon).body("reminders.remindedAt", contains(remindedAt));
  }

  @Test
  void nobody_is_reminded_of_what_is_decided() {
    var decided = submittedDaysAgo(40);
    moved(decided, "AT_COMPETENT_BODY", "DECIDED");
    assertThat(remindOfDeadlines.remind())
        .extracting(CaseReminder.Key::caseId)
        .doesNotContain(UUID.fromString(decided));
    show(decided).body("reminders", empty());
  }

  @Test
  void replicas_that_look_at_the_same_time_remind_once() {
    var cases = IntStream.range(0, 5).mapToObj(i -> UUID.fromString(submittedDaysAgo(40))).toList();
    var start = new CyclicBarrier(4);
    try (var replicas = Executors.newFixedThreadPool(4)) {
      var made =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            await(start);
                            return remindOfDeadlines.remind();
                          },
                          replicas))
              .toList()
              .stream()
              .flatMap(round -> round.join().stream())
              .filter(key -> cases.contains(key.caseId()))
              .toList();
      assertThat(made)
          .containsExactlyInAnyOrderElementsOf(
              cases.stream().map(id -> new CaseReminder.Key(id, Stage.OVERDUE)).toList());
    }
  }

  @Test
  void while_one_replica_is_at_work_the_others_leave_it_alone() throws SQLException {
    var overdue = submittedDaysAgo(40);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtextextended('case-reminders', 0))");
      assertThat(remindOfDeadlines.remind()).isEmpty();
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(remindOfDeadlines.remind())
        .contains(new CaseReminder.Key(UUID.fromString(overdue), Stage.OVERDUE));
  }

  @Test
  void the_alarm_sees_how_many_are_due() {
    submittedDaysAgo(40);
    remindOfDeadlines.remind();
    assertThat(meters.get("vidnova.cases.due").tag("stage", "OVERDUE").gauge().value())
        .isGreaterThanOrEqualTo(1);
    io.restassured.RestAssured.given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(org.hamcrest.Matchers.containsString("vidnova_cases_due{stage=\"OVERDUE\"}"));
  }

  private static String submittedDaysAgo(int days) {
    return submit(
            submission("IDP_RECORD")
                .put("submittedOn", LocalDate.now(KyivCalendar.KYIV).minusDays(days).toString()))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
