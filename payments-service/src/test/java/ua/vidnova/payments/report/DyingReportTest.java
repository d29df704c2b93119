package ua.vidnova.payments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.DyingSessions;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Reports of three chunks, taken over in transactions that die again and again. */
@QuarkusTest
@WithPlatform
class DyingReportTest {

  private static final String AMOUNT = "3460.25";
  private static final int LINES = 25;
  private static final Duration WITHIN = Duration.ofSeconds(30);

  @Inject Books books;
  @Inject DyingSessions sessions;
  @Inject TakeOverReport takeOverReport;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void a_notice_that_dies_at_the_end_of_each_chunk_settles_each_payment_once() throws Exception {
    var entries = Reporting.withTheBank(books, LINES);
    var notice = BankMessages.notice();
    entries.forEach(entry -> notice.debited(entry.instructionId(), AMOUNT));

    try (var dying = sessions.at("partner_report", 2)) {
      var report = untilItIsTaken(() -> Reporting.bankReports(notice.xml()));
      assertThat(dying.count()).isEqualTo(3);
      assertThat(report.jsonPath().getInt("accepted")).isEqualTo(LINES);
    }

    assertTakenOnce(entries, "PAID", "SETTLED");
  }

  @Test
  void a_rejection_of_all_that_dies_within_chunks_brings_each_payment_back_once() throws Exception {
    var entries = Reporting.withTheBank(books, LINES);
    var rejection =
        BankMessages.statusReport(entries.getFirst().batchId()).group("RJCT", null).xml();

    try (var dying = sessions.at("instruction", 13)) {
      untilItIsTaken(() -> Reporting.bankReports(rejection));
      assertThat(dying.count()).isPositive();
    }

    assertTakenOnce(entries, "REJECTED", "CAME_BACK");
  }

  @Test
  void a_returned_list_that_nobody_sends_again_is_gone_on_with() throws Exception {
    var entries =
        Reporting.withThePost(
            books,
            Stream.generate(() -> Person.anyone().unpaidSince(Payments.thisMonth().toString()))
                .limit(LINES)
                .toList());
    var list =
        entries.stream()
            .map(entry -> "%s,UNPAID,%s\n".formatted(entry.instructionId(), Payments.today()))
            .collect(Collectors.joining("", "instructionId,status,statusOn\n", ""));

    try (var dying = sessions.at("payable_unit", 13)) {
      assertThat(Reporting.postReturns(list).statusCode()).isEqualTo(503);
      books.execute(
          "update partner_report set received_at = received_at - interval '3 minutes'"
              + " where finished_at is null");
      await().pollInSameThread().atMost(WITHIN).until(() -> goOn() == 0);
      assertThat(dying.count()).isPositive();
    }

    assertTakenOnce(entries, "NOT_COLLECTED", "CAME_BACK");
  }

  private long goOn() {
    takeOverReport.goOnWithWhatIsLeft();
    return books.count("select count(*) as count from partner_report where finished_at is null");
  }

  /** As a partner does who gets no answer, or is told to come again. */
  private static Response untilItIsTaken(Supplier<Response> sending) {
    return await()
        .atMost(WITHIN)
        .until(
            () -> {
              var answer = sending.get();
              assertThat(answer.statusCode()).isIn(200, 201, 503);
              return answer;
            },
            answer -> answer.statusCode() != 503);
  }

  private void assertTakenOnce(List<Books.Entry> entries, String state, String posting)
      throws SQLException {
    var ids = entries.stream().map(Books.Entry::instructionId).toList();
    assertThat(ids)
        .hasSize(LINES)
        .allSatisfy(
            id -> {
              assertThat(
                      books.count(
                          "select count(*) as count from instruction where id = ? and state = ?",
                          UUID.fromString(id),
                          state))
                  .isEqualTo(1);
              assertThat(
                      books.count(
                          "select count(*) as count from ledger_entry"
                              + " where instruction_id = ? and kind = ?",
                          UUID.fromString(id),
                          posting))
                  .isEqualTo(1);
            });
    await().atMost(WITHIN).untilAsserted(() -> assertThat(told(ids)).isEqualTo(ids.size()));
    Payments.assertBooksAgree();
  }

  private static long told(List<String> ids) {
    return KafkaProbe.all("payments.instructions").stream()
        .filter(event -> event.type().equals("ua.vidnova.payments.InstructionReported.v1"))
        .filter(event -> ids.contains(event.data().path("instructionId").asText()))
        .map(KafkaProbe.Received::id)
        .distinct()
        .count();
  }
}
