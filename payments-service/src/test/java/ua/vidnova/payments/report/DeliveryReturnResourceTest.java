package ua.vidnova.payments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.payments.report.Reporting.postReturns;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class DeliveryReturnResourceTest {

  private static final String HEADER = "instructionId,status,statusOn,amount\n";

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void the_list_itself_comes_back_with_what_became_of_each_line() {
    var entries = withThePost(2);
    var list =
        Payments.get(Payments.ukrposhta(), "batches/" + entries.getFirst().batchId() + "/file")
            .asString();
    var filledIn =
        list.lines()
            .map(
                line ->
                    line.startsWith("\"line\"")
                        ? line + ",\"status\",\"statusOn\""
                        : line + ",\"PAID\",\"" + Payments.today() + "\"")
            .collect(Collectors.joining("\r\n"));

    postReturns(filledIn)
        .then()
        .statusCode(201)
        .body("format", equalTo("DELIVERY_LIST"))
        .body("refused", equalTo(0));

    assertThat(entries).allSatisfy(entry -> assertThat(stateOf(entry)).isEqualTo("PAID"));
  }

  @Test
  void each_status_has_its_outcome() {
    var entries = withThePost(5);

    postReturns(HEADER + lines(entries, List.of("PAID", "UNPAID", "REFUSED", "DECEASED", "MOVED")))
        .then()
        .statusCode(201)
        .body("accepted", equalTo(5));

    assertThat(entries.stream().map(this::outcomeOf))
        .containsExactly(
            Map.of("state", "PAID", "reason", "PAID"),
            Map.of("state", "NOT_COLLECTED", "reason", "UNPAID"),
            Map.of("state", "NOT_COLLECTED", "reason", "REFUSED"),
            Map.of("state", "NOT_COLLECTED", "reason", "DECEASED"),
            Map.of("state", "NOT_COLLECTED", "reason", "MOVED"));
    assertThat(entries.stream().map(this::holdOf))
        .containsExactly(null, null, null, "REPORTED_DEAD", "MOVED");
  }

  @Test
  void who_is_said_to_have_died_is_asked_about_and_never_stopped_by_that() {
    var person = month();
    var entry = Reporting.withThePost(books, List.of(person)).getFirst();

    postReturns(HEADER + lines(List.of(entry), List.of("DECEASED")));
    Payments.run(Payments.thisMonth().plusMonths(1));

    assertThat(books.awardStateOf(person)).isEqualTo("RESUMED");
    assertThat(books.instructionsOf(person.residentId())).hasSize(1);
  }

  @Test
  void who_moved_is_paid_once_they_are_identified_where_they_live() {
    var person = month();
    var entry = Reporting.withThePost(books, List.of(person)).getFirst();
    postReturns(HEADER + lines(List.of(entry), List.of("MOVED")));
    assertThat(holdOf(entry)).isEqualTo("MOVED");

    Told.identified(person.livingIn(Person.OCCUPIED));

    Awaitility.await().until(() -> holdOf(entry) == null);
    assertThat(
            books.count(
                "select count(*) as count from report_difference"
                    + " where instruction_id = ? and lapsed_at is not null",
                UUID.fromString(entry.instructionId())))
        .isEqualTo(1);
  }

  @Test
  void json_speaks_the_words_of_the_list_too() {
    var entry = withThePost(1).getFirst();

    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(Payments.outcome(entry.instructionId(), "DECEASED")))
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));

    assertThat(outcomeOf(entry)).isEqualTo(Map.of("state", "NOT_COLLECTED", "reason", "DECEASED"));
    assertThat(holdOf(entry)).isEqualTo("REPORTED_DEAD");
  }

  @Test
  void bad_lines_stop_no_good_one() {
    var entry = withThePost(1).getFirst();
    var id = entry.instructionId();
    var today = Payments.today();

    postReturns(
            HEADER
                + "not-an-id,PAID,%s,\n".formatted(today)
                + "%s,STOLEN,%s,\n".formatted(id, today)
                + "%s,PAID,yesterday,\n".formatted(id)
                + "%s,PAID,%s,a lot\n".formatted(id, today)
                + "%s,PAID,%s,3460.26\n".formatted(id, today)
                + "%s,\"PAID,%s\n".formatted(id, today)
                + "%s,PAID,%s,3460.25\n".formatted(id, today))
        .then()
        .statusCode(201)
        .body("accepted", equalTo(1))
        .body("refusedLines.line", equalTo(List.of(1, 2, 3, 4, 5, 6)))
        .body(
            "refusedLines.code",
            equalTo(
                List.of(
                    "no-instruction-id",
                    "unknown-status",
                    "bad-date",
                    "bad-amount",
                    "amount-differs",
                    "malformed-line")));
  }

  @Test
  void refuses_what_is_no_list() {
    postReturns("line,name\n1,x\n")
        .then()
        .statusCode(400)
        .body("code", equalTo("header"))
        .body("errors.field", equalTo(List.of("instructionId", "status", "statusOn")));
    Reporting.send(Payments.ukrposhta(), "text/csv", new byte[] {(byte) 0xC3, 0x28})
        .then()
        .statusCode(400)
        .body("code", equalTo("not-utf-8"));
    Reporting.send(
            Payments.ukrposhta(),
            "text/csv;charset=windows-1251",
            HEADER.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(415);
    Reporting.send(Payments.oschadbank(), "text/csv", HEADER)
        .then()
        .statusCode(422)
        .body("code", equalTo("format-not-agreed"));
  }

  private List<Books.Entry> withThePost(int people) {
    return Reporting.withThePost(
        books, IntStream.range(0, people).mapToObj(any -> month()).toList());
  }

  private static Person month() {
    return Person.anyone().unpaidSince(Payments.thisMonth().toString());
  }

  private static String lines(List<Books.Entry> entries, List<String> statuses) {
    return IntStream.range(0, entries.size())
        .mapToObj(
            i ->
                "%s,%s,%s,3460.25\n"
                    .formatted(entries.get(i).instructionId(), statuses.get(i), Payments.today()))
        .collect(Collectors.joining());
  }

  private String stateOf(Books.Entry entry) {
    return outcomeOf(entry).get("state");
  }

  private Map<String, String> outcomeOf(Books.Entry entry) {
    return books
        .rows(
            "select state, reason from instruction where id = ?",
            UUID.fromString(entry.instructionId()))
        .getFirst();
  }

  private String holdOf(Books.Entry entry) {
    return books
        .rows(
            "select a.hold from instruction i join payable_unit u on u.id = i.unit_id"
                + " join award a on a.id = u.award_id where i.id = ?",
            UUID.fromString(entry.instructionId()))
        .getFirst()
        .get("hold");
  }
}
