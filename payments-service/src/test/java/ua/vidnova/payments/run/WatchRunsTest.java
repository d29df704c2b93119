package ua.vidnova.payments.run;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;

@QuarkusTest
@WithPlatform
class WatchRunsTest {

  @Inject Books books;
  @Inject WatchRuns watchRuns;

  @Test
  void the_alarm_sees_a_run_that_is_not_executed_and_an_outbox_that_is() throws SQLException {
    var run = Ids.newId();
    watchRuns.look();
    metric("vidnova_runs_executing_minutes 0.0");
    books.execute(
        "insert into payment_run"
            + " (id, period, state, proposed_by, proposed_at, approved_by, approved_at)"
            + " values (?, ?, 'APPROVED', 'officer-1', now() - interval '2 hours', 'approver-1',"
            + " now() - interval '91 minutes')",
        run,
        Payments.thisMonth().atDay(1));

    watchRuns.look();
    metric("vidnova_runs_executing_minutes 91.0");
    metric("vidnova_outbox_oldest_seconds ");
    metric("vidnova_outbox_published_total ");
    metric("vidnova_parked_messages ");

    books.execute(
        "update payment_run set state = 'CANCELLED', ended_by = 'officer-1', ended_at = now(),"
            + " end_reason = 'Вигадана причина' where id = ?",
        run);
    watchRuns.look();
    metric("vidnova_runs_executing_minutes 0.0");
  }

  private static void metric(String line) {
    given().get("/q/metrics").then().statusCode(200).body(containsString("\n" + line));
  }
}
