package ua.vidnova.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.Gateway.Caller;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.demo.Person;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PlayPartner;
import ua.vidnova.localstack.partners.PlayedBank;

/** Who may do what through the gateway, and that there is no way around it. */
@OnThePlatform
@Order(2)
class AccessIT {
  private static final Pattern TAKES_CSV = Pattern.compile("imports$|v1/reports$|settlement=");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Platform platform;
  private final Gateway gateway;
  private final Beneficiaries beneficiaries;
  private final Person person = new InventedPeople(new Random()).next();
  private String residentId;
  private String batchOfBank;

  AccessIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    beneficiaries = new Beneficiaries(gateway);
  }

  @BeforeAll
  void someone_is_paid_by_the_bank() {
    beneficiaries.importAwards(List.of(person)).expect(201);
    residentId = beneficiaries.register(person, key()).expect(201).json().get("id").asText();
    String resumption =
        await()
            .atMost(SOON)
            .until(
                () -> Beneficiaries.firstOf(beneficiaries.resumptionsOf(residentId).expect(200)),
                found -> found.isPresent())
            .orElseThrow();
    beneficiaries.propose(resumption, key()).expect(200);
    beneficiaries.confirmAccount(residentId, person, key()).expect(200);
    beneficiaries.approve(resumption, key()).expect(200);
    String run = beneficiaries.proposeRun(key()).expect(201).json().get("id").asText();
    beneficiaries.approveRun(run, key()).expect(200);
    await()
        .atMost(SOON)
        .until(
            () -> beneficiaries.showRun(run).expect(200).json().get("state").asText(),
            "EXECUTED"::equals);
    batchOfBank = beneficiaries.batchesOf(run, "BANK").getFirst();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/registry/v1/residents?q=xx",
        "/api/registry/v1/reviews",
        "/api/registry/v1/cases",
        "/api/registry/v1/imports",
        "/api/payments/v1/batches",
        "/api/medical/v1/visits",
        "/api/medical/fhir/R4/Patient/x",
        "/api/coordination/v1/settlements?q=xx",
        "/api/registry/v1/audit/verification",
        "/api/payments/v1/parked-messages"
      })
  void without_a_token_nothing_is_answered(String path) {
    Answer refused = gateway.anonymous().get(path).expectProblem(401, "unauthenticated");

    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    gateway.anonymous().post(path).expectProblem(401, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, unknown-route",
    "/api, unknown-route",
    "/q/metrics, unknown-route",
    "/q/health/ready, unknown-route",
    "/api/nothing/v1/residents, unknown-route",
    "/api/registry/v1/nothing, not-found",
    "/api/payments/v1/batches/not-an-id, not-found",
    "/api/registry/q/metrics, not-found",
    "/api/registry/../payments/q/metrics, not-found",
  })
  void what_is_not_there_is_not_found(String path, String code) {
    gateway.as("officer").get(path).expectProblem(404, code);
  }

  @ParameterizedTest
  @CsvSource({
    "medic, GET, /api/payments/v1/runs",
    "medic, GET, /api/registry/v1/audit/verification",
    "medic, GET, /api/registry/v1/reviews",
    "medic, POST, /api/registry/v1/cases",
    "registrar, GET, /api/registry/v1/shields",
    "registrar, PUT, /api/registry/v1/import-mappings/mine",
    "registrar, POST, /api/registry/v1/matching-runs",
    "administrator, GET, /api/registry/v1/residents?q=xx",
    "administrator, GET, /api/registry/v1/households",
    "officer, GET, /api/registry/v1/open-questions",
    "registrar, POST, /api/payments/v1/runs",
    "registrar, GET, /api/payments/v1/resumptions",
    "registrar, GET, /api/medical/v1/visits",
    "officer, POST, /api/registry/v1/residents",
    "officer, POST, /api/medical/v1/visits",
    "registrar, GET, /api/medical/v1/daily-reports",
    "registrar, GET, /api/medical/v1/alerts",
    "officer, GET, /api/medical/v1/stock-places",
    "medic, GET, /api/medical/v1/emergency-accesses",
    "medic, PUT, /api/medical/v1/medicines/0190a000-0000-7000-8000-0000000000ff",
    "brigade-lead, PUT, /api/coordination/v1/trips/0190a000-0000-7000-8000-0000000000ff",
    "auditor, POST, /api/medical/v1/stock-handovers",
    "officer, GET, /api/registry/v1/residents?q=xx",
    "approver, POST, /api/payments/v1/runs",
    "auditor, PUT, /api/coordination/v1/settlements/UA44160030010058180/status",
    "auditor, GET, /api/payments/v1/parked-messages",
    "coordinator, GET, /api/payments/v1/batches",
    "pension-fund, GET, /api/payments/v1/batches",
    "pension-fund, GET, /api/payments/v1/runs",
    "ukrposhta, POST, /api/payments/v1/award-imports",
    "oschadbank, GET, /api/registry/v1/residents?q=xx",
    "registrar, GET, /api/payments/v1/reports",
    "registrar, GET, /api/payments/v1/reconciliation/open",
    "oschadbank, GET, /api/payments/v1/reconciliation",
    "ukrposhta, GET, /api/payments/v1/decisions?from=2026-11-01&to=2026-11-30",
    "shop, GET, /api/payments/v1/unpaid-units?period=2026-11",
    "officer, GET, /api/payments/v1/unpaid-units?period=2026-11",
    "officer, GET, /api/payments/v1/ledger/verification",
    "pension-fund, GET, /api/payments/v1/ledger/accounts",
    "officer, POST, /api/payments/v1/runs/019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01/approval",
    "officer, POST, /api/payments/v1/aid-lists/019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01/approval",
    "approver, POST, /api/payments/v1/aid-lists?settlement=UA44160030010058180",
    "pension-fund, POST, /api/payments/v1/reports",
    "shop, POST, /api/payments/v1/award-imports",
    "shop, GET, /api/payments/v1/residents/019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01/vouchers",
    "officer, POST, /api/payments/v1/programme-changes",
  })
  void the_wrong_role_is_forbidden(String who, String method, String path) {
    Caller caller = gateway.as(who);
    Answer refused =
        switch (method) {
          case "GET" -> caller.get(path);
          case "PUT" -> caller.put(path, Map.of("status", "COMBAT", "effectiveOn", "2026-01-01"));
          case "POST" ->
              TAKES_CSV.matcher(path).find()
                  ? caller.post(path, "text/csv", Beneficiaries.awardsOf(List.of(person)))
                  : caller.post(path, bodyFor(path));
          default -> throw new IllegalArgumentException(method);
        };
    refused.expectProblem(403, "forbidden");
  }

  private Object bodyFor(String path) {
    return path.endsWith("residents")
        ? Beneficiaries.registrationOf(person).body()
        : Map.of("period", "" + Beneficiaries.thisMonth());
  }

  @Test
  void fhir_refuses_in_its_own_words() {
    Answer refused = gateway.as("registrar").get("/api/medical/fhir/R4/Patient/" + residentId);

    refused.expect(403);
    assertThat(refused.header("Content-Type")).startsWith("application/fhir+json");
    assertThat(refused.json().get("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(refused.json().at("/issue/0/code").asText()).isEqualTo("forbidden");
  }

  @Test
  void a_partner_finds_no_batch_of_another() {
    String batch = Beneficiaries.BATCHES + "/" + batchOfBank;

    gateway.as("oschadbank").get(batch).expect(200);
    gateway.as("ukrposhta").get(batch).expectProblem(404, "not-found");
    gateway.as("ukrposhta").get(batch + "/file").expectProblem(404, "not-found");
    gateway.as("ukrposhta").post(batch + "/reports", report()).expectProblem(404, "not-found");
    for (JsonNode listed :
        gateway.as("ukrposhta").get(Beneficiaries.BATCHES).expect(200).json().get("items")) {
      assertThat(listed.get("partner").asText()).isEqualTo("21560045");
    }
  }

  @Test
  void a_partner_finds_no_report_of_another() {
    PlayedBank bank = new PlayedBank(new Random(), Beneficiaries.today());
    Answer taken =
        new PlayPartner(gateway, bank)
            .play(batchOfBank, Fault.NONE)
            .getFirst()
            .answer()
            .expect(201);
    String report = "/api/payments/v1/reports/" + taken.json().get("id").asText();

    gateway.as("oschadbank").get(report).expect(200);
    gateway.as("officer").get(report).expect(200);
    gateway.as("ukrposhta").get(report).expectProblem(404, "not-found");
    gateway.as("ukrposhta").get(report + "/refused-lines").expectProblem(404, "not-found");
  }

  private static Object report() {
    return Map.of(
        "outcomes",
        List.of(
            Map.of(
                "instructionId",
                UUID.randomUUID(),
                "outcome",
                "PAID",
                "occurredOn",
                "" + Beneficiaries.today())));
  }

  @Test
  void staff_of_another_hromada_find_no_resident_of_this_one() {
    Caller registrar = gateway.as("registrar");
    Caller other = gateway.as("registrar-other");
    String resident = Beneficiaries.RESIDENTS + "/" + residentId;
    String search = Gateway.path(Beneficiaries.RESIDENTS, Map.of("q", person.rnokpp()));

    registrar.get(resident).expect(200);
    other.get(resident).expectProblem(404, "not-found");
    assertThat(registrar.get(search).expect(200).json().get("items")).hasSize(1);
    assertThat(other.get(search).expect(200).json().get("items")).isEmpty();
    other
        .post(Beneficiaries.RESIDENTS, Beneficiaries.registrationOf(person).body())
        .expectProblem(403, "outside-your-territory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "a.b.c",
        // {"alg":"none"} {"sub":"1","realm_access":{"roles":["auditor"]},"aud":"vidnova"}
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwicmVhbG1fYWNjZXNzIjp7InJvbGVzIjpbImF1ZGl0b3IiXX0sImF1"
            + "ZCI6InZpZG5vdmEifQ.",
      })
  void a_token_that_is_none_is_refused(String token) {
    bearing(gateway, token)
        .get("/api/registry/v1/audit/verification")
        .expectProblem(401, "token-invalid");
  }

  @Test
  void a_token_of_another_realm_is_refused() {
    String ofMaster = new KeycloakAdmin(platform).token();

    bearing(gateway, ofMaster).get("/api/payments/v1/batches").expectProblem(401, "token-invalid");
  }

  @Test
  void an_expired_token_is_refused_by_the_gateway_and_by_the_service_itself() {
    String token = new KeycloakAdmin(platform).shortLivedToken("auditor");
    String path = "/api/registry/v1/audit/verification";
    Caller atGateway = bearing(gateway, token);
    Caller atService = bearing(direct("registry"), token);

    atGateway.get(path).expect(200);
    await().atMost(SOON).until(() -> atGateway.get(path).status() == 401);
    atGateway.get(path).expectProblem(401, "token-expired");
    atService.get(path).expectProblem(401, "unauthenticated");
  }

  @Test
  void identity_headers_of_ones_own_making_are_useless() {
    Map<String, String> headers =
        Map.of(
            "X-Forwarded-User", "auditor",
            "X-User-Roles", "auditor",
            "X-Remote-User", "auditor",
            "Remote-User", "auditor",
            "X-Vidnova-Caller", "auditor",
            "Cookie", "q_session=auditor");
    Caller nobody = gateway.anonymous();
    Caller medic = gateway.as("medic");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      nobody = nobody.with(header.getKey(), header.getValue());
      medic = medic.with(header.getKey(), header.getValue());
    }

    nobody.get("/api/registry/v1/audit/verification").expect(401);
    medic.get("/api/registry/v1/audit/verification").expectProblem(403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "payments", "medical", "coordination"})
  void a_service_trusts_nobody_who_comes_around_the_gateway(String service) {
    String path = "/api/" + service + "/v1/audit/verification";
    Gateway door = direct(service);

    door.anonymous().get(path).expectProblem(401, "unauthenticated");
    door.anonymous()
        .with("X-Forwarded-For", "127.0.0.1")
        .with("X-Forwarded-User", "auditor")
        .get(path)
        .expectProblem(401, "unauthenticated");
    bearing(door, "garbage").get(path).expectProblem(401, "unauthenticated");
    door.as("medic").get(path).expectProblem(403, "forbidden");
    door.as("auditor").get(path).expect(200);
  }

  private Gateway direct(String service) {
    return new Gateway(platform.part(service).address(), platform.tokens()::token);
  }

  private static Caller bearing(Gateway door, String token) {
    return door.anonymous().with("Authorization", "Bearer " + token);
  }
}
