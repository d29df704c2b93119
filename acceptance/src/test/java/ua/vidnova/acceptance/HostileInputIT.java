package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ua.vidnova.acceptance.Beneficiaries.IMPORTS;
import static ua.vidnova.acceptance.Beneficiaries.RESIDENTS;
import static ua.vidnova.acceptance.Beneficiaries.RUNS;
import static ua.vidnova.acceptance.Beneficiaries.SETTLEMENT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.AwardLine;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.demo.Person;

/** What must not come in does not come in: a clear refusal each time, and nothing is stored. */
@OnThePlatform
@Order(3)
class HostileInputIT {
  private static final String VISITS = "/api/medical/v1/visits";
  private static final String CASES = "/api/registry/v1/cases";
  private static final String STATUS = "/api/coordination/v1/settlements/" + SETTLEMENT + "/status";
  private static final String NOBODY = "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01";
  private static final String STATEMENTS = RESIDENTS + "/" + NOBODY + "/statements";
  private static final String DECISION = "/api/registry/v1/reviews/" + NOBODY + "/decision";
  private static final String HROMADA = "UA44160030000020916";
  private static final String REPORTS = "/api/payments/v1/reports";
  private static final String AID = "/api/payments/v1/aid-lists?settlement=";
  private static final String RUN = RUNS + "/" + NOBODY;
  private static final int MIB = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What no refusal may repeat. */
  private static final String MARK = "Зловмисник";

  private final Gateway gateway;
  private final Databases databases;
  private final Person person = new InventedPeople(new Random()).next();
  private Map<String, Long> rowsBefore;

  HostileInputIT(Platform platform, Gateway gateway) {
    this.gateway = gateway;
    databases = new Databases(platform);
  }

  @BeforeAll
  void count() {
    await().atMost(Duration.ofSeconds(20)).until(() -> databases.unpublished() == 0);
    rowsBefore = databases.rows();
  }

  @AfterEach
  void nothing_was_stored() {
    Map<String, Long> rows = databases.rows();
    rows.entrySet().removeIf(table -> table.getValue().equals(rowsBefore.get(table.getKey())));
    assertThat(rows).as("tables that have changed").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"registrations", "otherBodies", "files", "reports", "listsAndDecisions"})
  void is_refused(Hostile request) {
    Answer refused =
        gateway
            .as(request.who())
            .post(request.path(), request.contentType(), request.body())
            .expectProblem(request.status(), request.code());

    if (!request.error().isEmpty()) {
      assertThat(refused.errors()).contains(request.error());
    }
    assertThat(refused.text()).doesNotContain(MARK);
  }

  Stream<Hostile> registrations() {
    String good = Beneficiaries.registrationOf(person).body().toString();
    return Stream.of(
        text("JSON that breaks off", good.substring(0, good.length() / 2))
            .gets(400, "malformed-json"),
        text("two bodies", good + good).gets(400, "malformed-json"),
        text("no body", "").gets(422, "invalid", "(body): required"),
        text("a list", "[" + good + "]").gets(400, "malformed-json"),
        text("brackets a thousand deep", "[".repeat(2_000)).gets(400, "malformed-json"),
        encoded("bytes that are no UTF-8", "é", ISO_8859_1).gets(400, "malformed-json"),
        encoded("windows-1251", MARK, Charset.forName("windows-1251")).gets(400, "malformed-json"),
        text("a body of 1.1 MiB", good.replace("{", "{" + " ".repeat(MIB * 11 / 10)))
            .gets(413, "too-large"),
        new Hostile.Sent("XML", "registrar", RESIDENTS, "application/xml", good.getBytes(UTF_8))
            .gets(415, "unsupported-media-type"),
        changed("an unknown field", body -> body.put("isAdministrator", true))
            .gets(400, "unknown-field", "isAdministrator: unknown-field"),
        changed("an unknown field deep inside", body -> body.withObject("name").put("title", MARK))
            .gets(400, "unknown-field", "name.title: unknown-field"),
        changed("a number for a date", body -> body.put("birthDate", 19_000))
            .gets(400, "wrong-type", "birthDate: wrong-type"),
        changed("a text for a list", body -> body.put("documents", MARK))
            .gets(400, "wrong-type", "documents: wrong-type"),
        changed("a number for a name", body -> body.withObject("name").put("family", 7))
            .gets(400, "wrong-type", "name.family: wrong-type"),
        changed("a sex that is none", body -> body.put("sex", MARK))
            .gets(400, "wrong-type", "sex: wrong-type"),
        changed("a day that no calendar has", body -> body.put("birthDate", "1950-02-30"))
            .gets(400, "wrong-type", "birthDate: wrong-type"),
        changed("NUL in a name", body -> body.withObject("name").put("family", MARK + "\0"))
            .gets(400, "wrong-type", "name.family: wrong-type"),
        changed("no name", body -> body.remove("name")).gets(422, "invalid", "name: required"),
        changed(
                "markup for a name",
                body -> body.withObject("name").put("family", "<" + MARK + ">"))
            .gets(422, "invalid", "name.family: letters"),
        changed("a birth in the future", body -> body.put("birthDate", "2999-01-01"))
            .gets(422, "invalid", "birthDate: future"),
        changed("a wrong check digit", body -> body.put("rnokpp", otherCheckDigit()))
            .gets(422, "invalid", "rnokpp: checksum"),
        changed("an account with a wrong check digit", HostileInputIT::spoilAccount)
            .gets(422, "invalid", "paymentChannel.iban: iban"),
        changed("a hromada for a settlement", body -> body.put("settlement", HROMADA))
            .gets(422, "invalid", "settlement: not-a-settlement"),
        changed("a settlement that is none", body -> body.put("settlement", MARK))
            .gets(422, "invalid", "settlement: unknown"));
  }

  Stream<Hostile> otherBodies() {
    String started = "" + Instant.now().minusSeconds(600);
    ObjectNode visit =
        JSON.createObjectNode()
            .put("residentId", NOBODY)
            .put("settlement", SETTLEMENT)
            .put("startedAt", started)
            .put("consent", "GIVEN");
    visit
        .putArray("diagnoses")
        .addObject()
        .put("role", "PRIMARY")
        .put("code", "K86")
        .put("clinicalStatus", "ACTIVE")
        .put("verificationStatus", "CONFIRMED");
    visit.putObject("outcome").put("kind", "TREATED");
    ObjectNode undecided = visit.deepCopy();
    undecided.withArray("diagnoses").add(visit.at("/diagnoses/0").deepCopy());
    ObjectNode later = visit.deepCopy().put("startedAt", "2999-01-01T00:00:00Z");
    ObjectNode fevered = visit.deepCopy();
    fevered.putObject("vitals").put("temperatureC", 99);
    ObjectNode resurrected = visit.deepCopy();
    resurrected.withObject("outcome").put("kind", MARK);
    ObjectNode application =
        JSON.createObjectNode().put("residentId", NOBODY).put("service", "RESIDENCE_REGISTRATION");
    return Stream.of(
        Hostile.json("a case of a resident whom nobody knows", "registrar", CASES, application)
            .gets(422, "invalid", "residentId: unknown-resident"),
        Hostile.json(
                "a service that is not offered",
                "registrar",
                CASES,
                application.deepCopy().put("service", MARK))
            .gets(422, "invalid"),
        Hostile.text("a statement that is none", "registrar", STATEMENTS, "{\"statements\":7}")
            .gets(400, "wrong-type", "statements: wrong-type"),
        Hostile.text("a decision that is none", "registrar", DECISION, "{\"decision\":\"MARRY\"}")
            .gets(400, "wrong-type", "decision: wrong-type"),
        new Hostile.Sent(
                "a list by a mapping that nobody saved",
                "administrator",
                "/api/registry/v1/imports?mapping=nothing",
                "text/csv",
                MARK.getBytes(UTF_8))
            .gets(404, "not-found"),
        Hostile.json("a resident whom nobody knows", "medic", VISITS, visit)
            .gets(422, "resident-unknown", "residentId: unknown"),
        Hostile.json("a visit in the future", "medic", VISITS, later)
            .gets(422, "invalid", "startedAt: in-the-future"),
        Hostile.json("a temperature of 99 degrees", "medic", VISITS, fevered)
            .gets(422, "invalid", "vitals.temperatureC: implausible"),
        Hostile.json("two primary diagnoses", "medic", VISITS, undecided).gets(422, "invalid"),
        Hostile.json("an outcome that is none", "medic", VISITS, resurrected)
            .gets(400, "wrong-type", "outcome.kind: wrong-type"),
        Hostile.text("a month that no year has", "officer", RUNS, "{\"period\":\"2026-13\"}")
            .gets(400, "wrong-type", "period: wrong-type"),
        Hostile.text("a period far away", "officer", RUNS, "{\"period\":\"2999-01\"}")
            .gets(422, "invalid", "period: period-out-of-range"));
  }

  Stream<Hostile> files() {
    String good = new String(Beneficiaries.awardsOf(List.of(person)), UTF_8);
    String endless = good + " ".repeat(33 * MIB);
    return Stream.of(
        file("another header", good.replace("rnokpp", MARK)).gets(400, "header"),
        file("no header", person.rnokpp() + "\n").gets(400, "header"),
        file("an empty file", "").gets(400, "header"),
        file("a file of 33 MiB", endless).gets(413, "too-large"),
        bytes("windows-1251 said to be UTF-8", "text/csv", good.getBytes(Charset.forName("cp1251")))
            .gets(400, "not-utf-8"),
        bytes("windows-1251", "text/csv; charset=windows-1251", good.getBytes(UTF_8))
            .gets(415, "unsupported-charset"),
        bytes("a spreadsheet", "application/vnd.ms-excel", new byte[] {1, 2, 3})
            .gets(415, "unsupported-media-type"));
  }

  Stream<Hostile> reports() {
    String empty = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:%s\"/>";
    String list = "instructionId,status,statusOn\n" + NOBODY + ",PAID,2026-11-01\n";
    return Stream.of(
        xml("an entity bomb", "<!DOCTYPE d [<!ENTITY e \"" + MARK + "\">]><d>&e;&e;</d>")
            .gets(400, "doctype"),
        xml("a reference to a file", "<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>")
            .gets(400, "doctype"),
        xml("what is no XML", "{\"" + MARK + "\":[]}").gets(400, "malformed-xml"),
        xml("a message that the schema does not allow", empty.formatted("pain.002.001.10"))
            .gets(400, "schema"),
        xml("a message of another standard", empty.formatted("pain.001.001.09"))
            .gets(400, "schema"),
        xml("a message of 65 MiB", "<Document>" + " ".repeat(65 * MIB)).gets(413, "too-large"),
        new Hostile.Sent("a bank's message", "ukrposhta", REPORTS, "application/xml", xmlNotice())
            .gets(422, "format-not-agreed"),
        post("another header", list.replace("statusOn", MARK))
            .gets(400, "header", "statusOn: missing-column"),
        post("a column twice", list.replace("statusOn", "statusOn,status"))
            .gets(400, "header", "column 4: repeated-column"),
        new Hostile.Sent("no UTF-8", "ukrposhta", REPORTS, "text/csv", new byte[] {(byte) 0xFF})
            .gets(400, "not-utf-8"),
        new Hostile.Sent(
                "windows-1251",
                "ukrposhta",
                REPORTS,
                "text/csv; charset=windows-1251",
                list.getBytes(UTF_8))
            .gets(415, "unsupported-charset"),
        new Hostile.Sent(
                "a spreadsheet",
                "ukrposhta",
                REPORTS,
                "application/vnd.ms-excel",
                list.getBytes(UTF_8))
            .gets(415, "unsupported-media-type"),
        Hostile.text(
                "a word that no list has",
                "ukrposhta",
                "/api/payments/v1/batches/" + NOBODY + "/reports",
                "{\"outcomes\":[{\"outcome\":\"" + MARK + "\"}]}")
            .gets(400, "wrong-type", "outcomes[0].outcome: wrong-type"));
  }

  Stream<Hostile> listsAndDecisions() {
    String list = "rnokpp,category\n" + person.rnokpp() + ",OTHER\n";
    return Stream.of(
        aid("another header", SETTLEMENT, list.replace("category", MARK)).gets(400, "header"),
        aid("a list for a hromada", HROMADA, list)
            .gets(400, "bad-parameter", "settlement: not-a-settlement"),
        aid("a list of 5 MiB", SETTLEMENT, list + " ".repeat(5 * MIB)).gets(413, "too-large"),
        Hostile.text("a run that nobody proposed", "approver", RUN + "/approval", "")
            .gets(404, "not-found"),
        Hostile.text(
                "a refusal without a reason", "approver", RUN + "/refusal", "{\"reason\":\"\"}")
            .gets(422, "invalid", "reason: required"),
        Hostile.text(
                "an approval of a list that nobody sent",
                "approver",
                "/api/payments/v1/aid-lists/" + NOBODY + "/approval",
                "")
            .gets(404, "not-found"));
  }

  private static Hostile.Sent xml(String what, String text) {
    return new Hostile.Sent(what, "oschadbank", REPORTS, "application/xml", text.getBytes(UTF_8));
  }

  private static byte[] xmlNotice() {
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>".getBytes(UTF_8);
  }

  private static Hostile.Sent post(String what, String csv) {
    return new Hostile.Sent(what, "ukrposhta", REPORTS, "text/csv", csv.getBytes(UTF_8));
  }

  private static Hostile.Sent aid(String what, String settlement, String csv) {
    return new Hostile.Sent(what, "officer", AID + settlement, "text/csv", csv.getBytes(UTF_8));
  }

  private static Hostile.Sent text(String what, String body) {
    return Hostile.text(what, "registrar", RESIDENTS, body);
  }

  private Hostile.Sent changed(String what, Consumer<ObjectNode> change) {
    ObjectNode body = Beneficiaries.registrationOf(person).body();
    change.accept(body);
    return Hostile.json(what, "registrar", RESIDENTS, body);
  }

  private Hostile.Sent encoded(String what, String family, Charset charset) {
    ObjectNode body = Beneficiaries.registrationOf(person).body();
    body.withObject("name").put("family", family).put("given", "a").put("patronymic", "a");
    String json = body.toString().replace("ЕК", "EK");
    return new Hostile.Sent(
        what, "registrar", RESIDENTS, "application/json", json.getBytes(charset));
  }

  private static Hostile.Sent file(String what, String csv) {
    return bytes(what, "text/csv; charset=utf-8", csv.getBytes(UTF_8));
  }

  private static Hostile.Sent bytes(String what, String contentType, byte[] body) {
    return new Hostile.Sent(what, "pension-fund", IMPORTS, contentType, body);
  }

  private String otherCheckDigit() {
    String number = person.rnokpp();
    return number.substring(0, 9) + (number.charAt(9) - '0' + 1) % 10;
  }

  private static void spoilAccount(ObjectNode body) {
    ObjectNode channel = body.withObject("paymentChannel");
    String iban = channel.get("iban").asText();
    channel.put("iban", iban.substring(0, 28) + (iban.charAt(28) - '0' + 1) % 10);
  }

  @ParameterizedTest
  @CsvSource({
    "UA44160030010058180, LIBERATED, 2999-01-01, 422, invalid, effectiveOn: in-the-future",
    "UA44160030010058180, PEACE, 2026-01-01, 400, wrong-type, status: wrong-type",
    "UA44160030000020916, LIBERATED, 2026-01-01, 404, not-a-settlement, katottg: not-a-settlement",
  })
  void a_status_that_cannot_be_is_refused(
      String code, String status, String day, int answer, String problem, String error) {
    Answer refused =
        gateway
            .as("coordinator")
            .put(STATUS.replace(SETTLEMENT, code), Map.of("status", status, "effectiveOn", day))
            .expectProblem(answer, problem);

    assertThat(refused.errors()).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource({
    "registrar, /api/registry/v1/residents?q=xx&limit=0, limit",
    "registrar, /api/registry/v1/residents?q=xx&limit=many, limit",
    "registrar, /api/registry/v1/residents?q=xx&after=%27--, after",
    "registrar, /api/registry/v1/residents?q=xx&birthDate=1950-02-30, birthDate",
    "registrar, /api/registry/v1/residents?q=x, q",
    "officer, /api/payments/v1/resumptions?residentId=1, residentId",
    "officer, /api/payments/v1/batches?state=PEACE, state",
    "medic, /api/medical/v1/visits?residentId=1, residentId",
    "coordinator, /api/coordination/v1/settlements?status=PEACE, status",
  })
  void a_parameter_that_cannot_be_read_is_refused(String who, String path, String field) {
    Answer refused = gateway.as(who).get(path).expect(400);

    assertThat(refused.errors()).singleElement().asString().startsWith(field + ": ");
  }

  @Test
  void a_search_for_code_of_databases_and_patterns_finds_nobody() {
    for (String query :
        List.of("%%", "__", "'; drop table resident; --", "\\", "xx*|(yy", "ї".repeat(200))) {
      String path = Gateway.path(RESIDENTS, Map.of("q", query));
      Answer answer = gateway.as("registrar").get(path).expect(200, 400);
      if (answer.status() == 200) {
        assertThat(answer.json().get("items")).isEmpty();
      }
    }
  }

  @Test
  void lines_that_would_spoil_a_file_are_refused_one_by_one() {
    String good =
        new String(Beneficiaries.awardsOf(List.of(person)), UTF_8).lines().toList().get(1);
    String family = person.family();
    List<String> lines =
        List.of(
            AwardLine.HEADER,
            good.replace(family, "=HYPERLINK(1)"),
            good.replace(family, "\"" + family),
            good.replace(family, family + "\0"),
            good.replace(family, MARK.repeat(1_000)),
            good.replace(family, ""),
            good.replace("3000.00", "-3000.00"),
            good.replace("3000.00", "1e9"),
            good + good);

    Answer result =
        gateway
            .as("pension-fund")
            .post(IMPORTS, "text/csv", String.join("\n", lines).getBytes(UTF_8))
            .expect(201);

    assertThat(result.json().get("accepted").asInt()).isZero();
    assertThat(result.json().get("refused").asInt()).isEqualTo(lines.size() - 1);
    assertThat(result.text()).doesNotContain(MARK, family);
    assertThat(databases.rows().get("payments.award")).isEqualTo(rowsBefore.get("payments.award"));
    rowsBefore = databases.rows(); // The import itself is on record.
  }

  @Test
  void lines_that_would_spoil_a_report_are_refused_one_by_one() {
    String lines =
        """
        instructionId,status,statusOn,amount
        %1$s,PAID,2026-11-01,1.00
        %2$s,PAID,2026-11-01,1.00
        %1$s,%2$s,2026-11-01,1.00
        %1$s,PAID,2026-02-30,1.00
        %1$s,PAID,2026-11-01,1.005
        %1$s,PAID,2026-11-01,1e9
        "%1$s,PAID,2026-11-01,1.00
        """
            .formatted(NOBODY, MARK);

    Answer result =
        gateway.as("ukrposhta").post(REPORTS, "text/csv", lines.getBytes(UTF_8)).expect(201);

    assertThat(result.json().get("accepted").asInt()).isZero();
    assertThat(result.json().get("refusedLines").findValuesAsText("code"))
        .containsExactly(
            "unknown-instruction",
            "no-instruction-id",
            "unknown-status",
            "bad-date",
            "bad-amount",
            "bad-amount",
            "malformed-line");
    assertThat(result.text()).doesNotContain(MARK);
    await().atMost(Duration.ofSeconds(20)).until(() -> databases.unpublished() == 0);
    Map<String, Long> rows = databases.rows();
    for (String table : List.of("payments.instruction", "payments.ledger_entry")) {
      assertThat(rows.get(table)).isEqualTo(rowsBefore.get(table));
    }
    rowsBefore = rows; // The report itself is on record.
  }
}
