package ua.vidnova.payments.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.problems.DatabaseFailures;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.derivation.Details;
import ua.vidnova.payments.law.LawLoads;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.DyingSessions;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** A recalculation of several chunks, done in transactions that die again and again. */
@QuarkusTest
@WithPlatform
class DyingRecalculationTest {

  private static final YearMonth FROM = Payments.thisMonth().minusMonths(2);
  private static final int AWARDS = 30;
  private static final Duration WITHIN = Duration.ofSeconds(60);

  @Inject Books books;
  @Inject DyingSessions sessions;
  @Inject WorkRecalculations work;

  @Test
  void every_award_is_looked_at_once_and_changed_once() throws SQLException {
    loadMinimum("0.1");
    var persons = resumed();
    loadMinimum("5");

    var id = propose();
    JsonPath preview;
    try (var dying = sessions.at("recalculation_progress", 3)) {
      preview = workedUntil(id, "PROPOSED");
      assertThat(dying.count()).isPositive();
    }
    Payments.post(Payments.approver(), "recalculations/" + id + "/approval").then().statusCode(200);
    JsonPath done;
    try (var dying = sessions.at("payable_unit", 5)) {
      done = workedUntil(id, "DONE");
      assertThat(dying.count()).isPositive();
    }

    assertThat(done.getLong("execution.awards"))
        .isEqualTo(preview.getLong("preview.awards"))
        .isEqualTo(
            books.count(
                "select count(*) as count from award"
                    + " where state = 'RESUMED' and programme = 'PENSION'"));
    assertThat(done.getLong("execution.rises"))
        .isEqualTo(preview.getLong("preview.rises"))
        .isGreaterThanOrEqualTo(2 * AWARDS);
    assertThat(persons)
        .allSatisfy(
            person -> {
              assertThat(madeFor(person, "payable_unit u on u.derivation_id = d.id")).isEqualTo(2);
              assertThat(madeFor(person, "award_amount f on f.derivation_id = d.id")).isEqualTo(1);
            });
    Payments.assertBooksAgree();
  }

  /** Looks again and again, as replicas do; one that dies fails. */
  private JsonPath workedUntil(String id, String state) {
    return await()
        .pollInSameThread()
        .atMost(WITHIN)
        .until(
            () -> {
              try {
                work.workAll();
              } catch (RuntimeException died) {
                assertThat(DatabaseFailures.isOutage(died)).as("%s", died).isTrue();
              }
              return Payments.get(Payments.officer(), "recalculations/" + id).jsonPath();
            },
            shown -> state.equals(shown.getString("state")));
  }

  private static List<Person> resumed() {
    var persons =
        Stream.generate(
                () -> Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(3).toString()))
            .limit(AWARDS)
            .toList();
    Details.importAll(persons, "DISABILITY,2010-05-11,3000.00,36,true,FEMALE");
    persons.forEach(Told::identified);
    persons.forEach(person -> Payments.decided(Payments.awaitResumption(person.residentId())));
    return persons;
  }

  private static String propose() {
    return Payments.post(
            Payments.officer(),
            "recalculations",
            Map.of("from", FROM.toString(), "reason", "Мінімум завантажено із запізненням."))
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private long madeFor(Person person, String rows) {
    return books.count(
        "select count(*) as count from award a join derivation d on d.award_id = a.id"
            + " and d.recalculation_id is not null join "
            + rows
            + " where a.rnokpp = ?",
        person.rnokpp());
  }

  private static void loadMinimum(String inSubsistences) {
    LawLoads.load(
        "MINIMUM_IN_SUBSISTENCES,DISABILITY,%s,Закон,ст. 28,тест,%s,\n"
            .formatted(inSubsistences, FROM.atDay(1)));
  }
}
