package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import ua.vidnova.acceptance.Saboteur.Moment;
import ua.vidnova.acceptance.Saboteur.Phase;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.StepFailed;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PartnerMessage;
import ua.vidnova.localstack.partners.PlayedBank;

/**
 * What officer, approver and bank do in one round, with tokens that outlive its faults: each
 * repeats what was not answered, under the same key or with the same file, and does nothing else.
 */
final class StruckRound {
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final String REPORTS = "/api/payments/v1/reports";
  private static final String RECALCULATIONS = "/api/payments/v1/recalculations";

  /** How long the steps of one transaction last, about; a kill comes before that. */
  private static final int SHORT_STEP_MS = 40;

  private static final int LONG_STEP_MS = 400;

  /** What payments takes of a report, and of a recalculation, at once. */
  private static final int LINES_A_CHUNK = 1000;

  private static final int AWARDS_A_TRANSACTION = 500;

  private final Gateway gateway;
  private final Beneficiaries beneficiaries;
  private final Databases databases;
  private final PatientClient client;
  private final Saboteur saboteur;
  private final Random random;
  private final int units;
  private final String key = UUID.randomUUID().toString();

  StruckRound(
      Platform platform, PatientClient client, Saboteur saboteur, Random random, int units) {
    gateway = new Gateway(platform.gatewayUrl(), platform.tokens()::token);
    List.of("officer", "approver", "oschadbank").forEach(gateway::as);
    beneficiaries = new Beneficiaries(gateway);
    databases = new Databases(platform);
    this.client = client;
    this.saboteur = saboteur;
    this.random = random;
    this.units = units;
  }

  /** A run from its proposal to its last shard; as it is shown then. */
  JsonNode execute() {
    String run =
        saboteur
            .during(
                () -> client.persist(() -> beneficiaries.proposeRun(key), 201),
                saboteur.within(LONG_STEP_MS, Phase.PROPOSAL))
            .json()
            .get("id")
            .asText();
    saboteur.during(
        () -> client.persist(() -> beneficiaries.approveRun(run, key + "-approve"), 200),
        saboteur.within(SHORT_STEP_MS, Phase.APPROVAL));
    long shards =
        databases.count("payments", "select count(*) from run_shard where run_id = ?::uuid", run);
    return saboteur.during(
        () -> awaitExecuted(run),
        new Moment(Phase.SHARDS, shardsDone(run, random.nextLong(shards - 1))),
        new Moment(Phase.ASSEMBLING, shardsDone(run, shards - 1)));
  }

  private BooleanSupplier shardsDone(String run, long enough) {
    return () ->
        databases.count(
                "payments",
                "select count(*) from run_shard where run_id = ?::uuid and state = 'DONE'",
                run)
            >= enough;
  }

  private JsonNode awaitExecuted(String run) {
    return await()
        .atMost(WITHIN)
        .until(
            () -> client.persist(() -> beneficiaries.showRun(run), 200).json(),
            answer -> answer.get("state").asText().equals("EXECUTED"));
  }

  /** Makes all that the run has issued due again, as long as no partner has it. */
  void cancel(JsonNode run) {
    String id = run.get("id").asText();
    saboteur.during(
        () -> client.persist(() -> beneficiaries.cancelRun(id, key + "-cancel"), 200),
        saboteur.within(LONG_STEP_MS, Phase.CANCELLATION));
  }

  /** The bank takes the file and rejects all of it, which is due again with the next run. */
  void reject(JsonNode run) {
    for (String batch : batches(run)) {
      take(batch);
      report(new PartnerMessage("application/xml", rejection(batch)));
    }
  }

  /** The bank takes the file, pays most, rejects some, and some comes back. */
  void pay(JsonNode run) {
    for (String batch : batches(run)) {
      byte[] file = take(batch);
      new PlayedBank(new Random(random.nextLong()), Beneficiaries.today())
          .answer(batch, file, Fault.NONE)
          .forEach(this::report);
    }
  }

  private List<String> batches(JsonNode run) {
    return beneficiaries.batchesOf(run.get("id").asText(), "BANK");
  }

  private byte[] take(String batch) {
    String path = Beneficiaries.BATCHES + "/" + batch + "/file";
    return saboteur
        .during(
            () -> again(() -> client.persist(() -> gateway.as("oschadbank").get(path), 200)),
            saboteur.within(LONG_STEP_MS, Phase.HAND_OVER))
        .body();
  }

  private void report(PartnerMessage message) {
    saboteur.during(
        () ->
            await()
                .atMost(WITHIN)
                .until(
                    () -> client.persist(() -> send(message), 200, 201, 202),
                    answer -> answer.status() != 202),
        new Moment(
            Phase.REPORT, linesTaken(LINES_A_CHUNK * random.nextInt(units / LINES_A_CHUNK - 1))));
  }

  private Answer send(PartnerMessage message) {
    return gateway.as("oschadbank").post(REPORTS, message.contentType(), message.content());
  }

  /** Of the report that is under way; it may have to be read yet. */
  private BooleanSupplier linesTaken(long enough) {
    return () ->
        databases.count(
                "payments",
                "select coalesce(max(applied_to), -1) from partner_report"
                    + " where finished_at is null")
            >= enough;
  }

  private static byte[] rejection(String batch) {
    String reference = batch.replace("-", "");
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>R%1$s</MsgId><CreDtTm>%2$sT00:00:00</CreDtTm></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
    <GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>
    """
        .formatted(reference, Beneficiaries.today())
        .getBytes(UTF_8);
  }

  /** A recalculation from its proposal to its last award; as it is shown then. */
  JsonNode recalculate() {
    String id =
        client
            .persist(
                () ->
                    keyed("officer", "-recalculate")
                        .post(
                            RECALCULATIONS,
                            Map.of(
                                "from", "" + Beneficiaries.thisMonth(), "reason", "Нові факти.")),
                202)
            .json()
            .get("id")
            .asText();
    saboteur.during(
        () -> awaitRecalculation(id, "PROPOSED"),
        new Moment(Phase.PREVIEW, awardsDone(id, "PREVIEW")));
    client.persist(
        () -> keyed("approver", "-agree").post(RECALCULATIONS + "/" + id + "/approval"), 200);
    return saboteur.during(
        () -> awaitRecalculation(id, "DONE"),
        new Moment(Phase.RECALCULATION, awardsDone(id, "EXECUTION")));
  }

  private BooleanSupplier awardsDone(String recalculation, String phase) {
    long enough = AWARDS_A_TRANSACTION * (1 + random.nextInt(units / AWARDS_A_TRANSACTION - 2));
    return () ->
        databases.count(
                "payments",
                "select coalesce(sum(awards), 0) from recalculation_progress"
                    + " where recalculation_id = ?::uuid and phase = ?",
                recalculation,
                phase)
            >= enough;
  }

  private JsonNode awaitRecalculation(String id, String state) {
    return await()
        .atMost(WITHIN)
        .until(
            () ->
                client
                    .persist(() -> gateway.as("officer").get(RECALCULATIONS + "/" + id), 200)
                    .json(),
            shown -> shown.get("state").asText().equals(state));
  }

  private Gateway.Caller keyed(String who, String step) {
    return gateway.as(who).with("Idempotency-Key", key + step);
  }

  /** A file that breaks off in the middle has its status already: only the line tells. */
  private static Answer again(Supplier<Answer> request) {
    return await()
        .atMost(WITHIN)
        .ignoreExceptionsMatching(
            e -> e instanceof StepFailed && e.getCause() instanceof IOException)
        .until(request::get, answer -> true);
  }
}
