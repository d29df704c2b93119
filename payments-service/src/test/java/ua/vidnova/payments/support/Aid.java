package ua.vidnova.payments.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Granting aid, as its callers do. */
@ApplicationScoped
public class Aid {

  @Inject Books books;

  /** Someone who was identified and whom payments knows by now. */
  public Person known(Person person) {
    Told.identified(person);
    awaitKnown(person);
    return person;
  }

  /** Waits until payments has heard who somebody is. */
  public void awaitKnown(Person person) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                    "select count(*) as count from resident"
                        + " where id = ? and identity_told_at is not null",
                    person.residentId()),
            count -> count == 1);
  }

  /** Waits until payments has heard of a merge. */
  public void awaitMerge(Person merged) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                    "select count(*) as count from resident"
                        + " where id = ? and merged_into is not null",
                    merged.residentId()),
            count -> count == 1);
  }

  /** A run of this month. */
  public void payWhatIsDue() {
    makeUnitsUpTo(Payments.thisMonth());
  }

  /** A run of a month, which makes the units of all months up to it. */
  public void makeUnitsUpTo(YearMonth period) {
    assertThat(Payments.run(period).jsonPath().getString("state")).isEqualTo("EXECUTED");
  }

  /** As if the term had begun so long ago that it ends with a month. */
  public void endTermOf(Person person, YearMonth last) throws SQLException {
    books.execute(
        "update award set last_month = ? where resident_id = ?",
        last.atDay(1),
        person.residentId());
  }

  public static Map<String, Object> request(
      Person person, String programme, String category, String... papers) {
    var request = new HashMap<String, Object>();
    request.put("residentId", person.residentId());
    request.put("programme", programme);
    request.put("category", category);
    request.put("papers", Stream.of(papers).map(paper -> Map.of("evidence", paper)).toList());
    return request;
  }

  public static Response propose(
      Person person, String programme, String category, String... papers) {
    return Payments.post(
        Payments.officer(), "grants", request(person, programme, category, papers));
  }

  public static Response approve(String grant) {
    return Payments.post(Payments.approver(), "grants/" + grant + "/approval");
  }

  /** Approves what was proposed; returns the grant. */
  public static String granted(Response proposal) {
    assertThat(proposal.statusCode()).isEqualTo(201);
    var grant = proposal.jsonPath().getString("id");
    assertThat(approve(grant).statusCode()).isEqualTo(200);
    return grant;
  }

  /** Sends a list as an officer: the header and lines of a CSV file. */
  public static Response list(String settlement, String... lines) {
    return upload(
        Payments.officer(),
        settlement,
        "text/csv",
        (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public static Response upload(String token, String settlement, String type, byte[] content) {
    return given()
        .config(Payments.NO_CHARSET_ADDED)
        .auth()
        .oauth2(token)
        .contentType(type)
        .body(content)
        .post(Payments.BASE + "aid-lists?settlement=" + settlement);
  }

  /** Has the post take the file of an instruction's batch; returns the batch. */
  public String handedOver(Books.Entry entry) {
    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file")
        .then()
        .statusCode(200);
    return entry.batchId();
  }

  /** Waits until payments has heard of a death. */
  public void awaitDeath(Person person) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                    "select count(*) as count from resident where id = ? and died_on is not null",
                    person.residentId()),
            count -> count == 1);
  }

  public void awaitStopped(Person person) {
    awaitState(person, "STOPPED");
  }

  public void awaitDormant(Person person) {
    awaitState(person, "DORMANT");
  }

  private void awaitState(Person person, String state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> books.awardStateOf(person), state::equals);
  }
}
