package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.AwardLine;
import ua.vidnova.localstack.demo.AwardLine.Fault;
import ua.vidnova.localstack.demo.AwardLine.StopReason;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.Gateway.Caller;
import ua.vidnova.localstack.demo.Person;
import ua.vidnova.localstack.demo.Registration;

/** What it takes, request by request, until someone whose pension stopped is paid by the bank. */
final class Beneficiaries {
  /** Новоайдар: registrar and medic may work here, registrar-other may not. */
  static final String SETTLEMENT = "UA44160030010058180";

  static final String RESIDENTS = "/api/registry/v1/residents";
  static final String IMPORTS = "/api/payments/v1/award-imports";
  static final String RESUMPTIONS = "/api/payments/v1/resumptions";
  static final String RUNS = "/api/payments/v1/runs";
  static final String BATCHES = "/api/payments/v1/batches";

  /** Months that are owed when the award is resumed, all paid at once. */
  static final int ARREARS_MONTHS = 3;

  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  private final Gateway gateway;

  Beneficiaries(Gateway gateway) {
    this.gateway = gateway;
  }

  static LocalDate today() {
    return LocalDate.now(KYIV);
  }

  static YearMonth thisMonth() {
    return YearMonth.now(KYIV);
  }

  /** The Pension Fund's file with a dormant award for each. */
  static byte[] awardsOf(List<Person> people) {
    YearMonth unpaidFrom = thisMonth().minusMonths(ARREARS_MONTHS);
    return people.stream()
        .map(
            person ->
                new AwardLine(
                    person,
                    300_000,
                    unpaidFrom,
                    StopReason.OCCUPIED_TERRITORY,
                    Fault.AUTHORITY,
                    SETTLEMENT))
        .map(AwardLine::csv)
        .collect(Collectors.joining("\n", AwardLine.HEADER + "\n", "\n"))
        .getBytes(UTF_8);
  }

  Answer importAwards(List<Person> people) {
    return gateway.as("pension-fund").post(IMPORTS, "text/csv", awardsOf(people));
  }

  static Registration registrationOf(Person person) {
    return new Registration(person, SETTLEMENT, today())
        .paidTo(person.iban())
        .declaresNoRussianPension(today());
  }

  Answer register(Person person, String key) {
    return keyed("registrar", key).post(RESIDENTS, registrationOf(person).body());
  }

  Answer resumptionsOf(String residentId) {
    return gateway.as("officer").get(Gateway.path(RESUMPTIONS, Map.of("residentId", residentId)));
  }

  /** The id of the first resumption in a list. */
  static Optional<String> firstOf(Answer resumptions) {
    return Optional.ofNullable(resumptions.json().path("items").get(0))
        .map(first -> first.get("id").asText());
  }

  Answer propose(String resumptionId, String key) {
    return keyed("officer", key).post(RESUMPTIONS + "/" + resumptionId + "/proposal");
  }

  Answer approve(String resumptionId, String key) {
    return keyed("approver", key).post(RESUMPTIONS + "/" + resumptionId + "/approval");
  }

  /** Somebody of the payments office read the account too, so it is paid to. */
  Answer confirmAccount(String residentId, Person person, String key) {
    return keyed("approver", key)
        .post(
            "/api/payments/v1/residents/" + residentId + "/payment-preference/confirmation",
            Map.of("iban", person.iban()));
  }

  Answer proposeRun(String key) {
    return keyed("officer", key).post(RUNS, Map.of("period", "" + thisMonth()));
  }

  Answer approveRun(String runId, String key) {
    return keyed("approver", key).post(RUNS + "/" + runId + "/approval");
  }

  Answer cancelRun(String runId, String key) {
    return keyed("officer", key)
        .post(RUNS + "/" + runId + "/cancellation", Map.of("reason", "Ще раз."));
  }

  Answer showRun(String runId) {
    return gateway.as("officer").get(RUNS + "/" + runId);
  }

  /** Ids of the batches that a run has made for a channel. */
  List<String> batchesOf(String runId, String channel) {
    return gateway
        .as("officer")
        .get(Gateway.path(BATCHES, Map.of("runId", runId, "limit", 200)))
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .filter(batch -> batch.get("channel").asText().equals(channel))
        .map(batch -> batch.get("id").asText())
        .toList();
  }

  private Caller keyed(String who, String key) {
    return gateway.as(who).with("Idempotency-Key", key);
  }
}
