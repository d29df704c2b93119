package ua.vidnova.payments.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.time.KyivCalendar;

/** The API as its callers use it. */
public final class Payments {

  public static final String BASE = "/api/payments/v1/";
  public static final String HEADER =
      "rnokpp,familyName,givenName,patronymic,birthDate,monthlyAmount,firstUnpaidMonth,stopReason,"
          + "fault,settlement";
  public static final String UKRPOSHTA = "21560045";
  public static final String OSCHADBANK = "00032129";

  static final RestAssuredConfig NO_CHARSET_ADDED =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private Payments() {}

  public static LocalDate today() {
    return LocalDate.now(KyivCalendar.KYIV);
  }

  public static YearMonth thisMonth() {
    return YearMonth.from(today());
  }

  // tokens

  public static String officer() {
    return TestTokens.staff("officer-1", Roles.PAYMENTS_OFFICER).within(Person.OBLAST).token();
  }

  public static String approver() {
    return TestTokens.staff("approver-1", Roles.PAYMENTS_APPROVER).within(Person.OBLAST).token();
  }

  public static String auditor() {
    return TestTokens.staff("auditor-1", Roles.AUDITOR).within(Person.OBLAST).token();
  }

  public static String administrator(String name) {
    return TestTokens.staff(name, Roles.ADMINISTRATOR).token();
  }

  public static String pensionFund() {
    return TestTokens.partner("pension-fund", "00035323", "payments.awards:write");
  }

  public static String ukrposhta() {
    return partner("ukrposhta", UKRPOSHTA);
  }

  public static String oschadbank() {
    return partner("oschadbank", OSCHADBANK);
  }

  public static String partner(String client, String organisation) {
    return TestTokens.partner(
        client,
        organisation,
        "payments.batches:read",
        "payments.reports:write",
        "payments.webhooks:write");
  }

  // calls

  public static Response importLines(String... lines) {
    return importFile(HEADER + "\n" + String.join("\n", lines) + "\n");
  }

  public static Response importFile(String content) {
    return importBytes(content.getBytes(StandardCharsets.UTF_8));
  }

  public static Response importBytes(byte[] content) {
    return importBytes(pensionFund(), "text/csv", content);
  }

  public static Response importBytes(String token, String contentType, byte[] content) {
    return given()
        .config(NO_CHARSET_ADDED)
        .auth()
        .oauth2(token)
        .contentType(contentType)
        .body(content)
        .post(BASE + "award-imports");
  }

  /** Months with a Russian pension that two people found; its id. */
  public static String overlap(Object award, Map<String, ?> request) {
    var proposal = post(officer(), "awards/" + award + "/overlap", request);
    assertThat(proposal.statusCode()).as(proposal.asString()).isEqualTo(201);
    var id = proposal.jsonPath().getString("id");
    post(approver(), "overlaps/" + id + "/approval").then().statusCode(200);
    return id;
  }

  public static Response get(String token, String path) {
    return given().auth().oauth2(token).get(BASE + path);
  }

  public static Response post(String token, String path) {
    return given().auth().oauth2(token).post(BASE + path);
  }

  public static Response post(String token, String path, Object body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post(BASE + path);
  }

  public static Response propose(YearMonth period) {
    return post(officer(), "runs", Map.of("period", period.toString()));
  }

  public static Response approve(String run) {
    return post(approver(), "runs/" + run + "/approval");
  }

  /** A run that the officer proposes and the approver approves, once it is executed. */
  public static Response run(YearMonth period) {
    var proposal = propose(period);
    assertThat(proposal.statusCode()).as(proposal.asString()).isEqualTo(201);
    var run = proposal.jsonPath().getString("id");
    assertThat(approve(run).statusCode()).isEqualTo(200);
    return awaitExecuted(run);
  }

  public static Response awaitExecuted(String run) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> get(officer(), "runs/" + run),
            answer -> answer.jsonPath().getString("state").equals("EXECUTED"));
  }

  public static Response report(String token, String batchId, List<Map<String, ?>> outcomes) {
    return post(token, "batches/" + batchId + "/reports", Map.of("outcomes", outcomes));
  }

  public static Map<String, ?> outcome(String instructionId, String outcome) {
    return Map.of(
        "instructionId", instructionId, "outcome", outcome, "occurredOn", today().toString());
  }

  /** Has the auditor's proof. */
  public static void assertBooksAgree() {
    var proof = get(auditor(), "ledger/verification");
    assertThat(proof.statusCode()).isEqualTo(200);
    assertThat(proof.jsonPath().getBoolean("intact")).as(proof.asString()).isTrue();
  }

  // what has to come about first

  /** Waits until the resident's resumption can be seen, and returns its id. */
  public static String awaitResumption(UUID residentId) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                get(officer(), "resumptions?residentId=" + residentId)
                    .jsonPath()
                    .<String>getList("items.id"),
            ids -> ids.size() == 1)
        .getFirst();
  }

  /** Waits for a state of a resumption. */
  public static void awaitState(String resumptionId, String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> get(officer(), "resumptions/" + resumptionId).jsonPath().getString("state"),
            state::equals);
  }

  /** Someone whose award is known and who was identified; returns the resumption. */
  public static String opened(Person person) {
    importLines(person.line()).then().statusCode(201);
    Told.identified(person);
    return awaitResumption(person.residentId());
  }

  /** The same, decided by two people. */
  public static String resumed(Person person) {
    return resumed(List.of(person)).getFirst();
  }

  /** The same of many; returns their resumptions. */
  public static List<String> resumed(List<Person> persons) {
    return resumed(persons, identity -> {});
  }

  /** The same with a bank account. */
  public static String resumedByBank(Person person, String iban) {
    return resumedByBank(List.of(person), iban).getFirst();
  }

  public static List<String> resumedByBank(List<Person> persons, String iban) {
    var resumptions = resumed(persons, Told.byBank(iban));
    if (iban != null) {
      persons.forEach(
          person ->
              Cash.confirmAccount(approver(), person.residentId(), iban).then().statusCode(200));
    }
    return resumptions;
  }

  private static List<String> resumed(List<Person> persons, Consumer<ObjectNode> identity) {
    importLines(persons.stream().map(Person::line).toArray(String[]::new)).then().statusCode(201);
    persons.forEach(person -> Told.identified(person, identity));
    return persons.stream().map(person -> decided(awaitResumption(person.residentId()))).toList();
  }

  /** Proposed by one and approved by another; returns the resumption. */
  public static String decided(String resumption) {
    assertThat(post(officer(), "resumptions/" + resumption + "/proposal").statusCode())
        .isEqualTo(200);
    assertThat(post(approver(), "resumptions/" + resumption + "/approval").statusCode())
        .isEqualTo(200);
    return resumption;
  }
}
