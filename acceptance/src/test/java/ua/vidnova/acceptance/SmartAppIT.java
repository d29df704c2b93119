package ua.vidnova.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.Gateway.Caller;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.process.Web;

/** A SMART app and another clinic's system, signed in at Keycloak, are held to their scopes. */
@OnThePlatform
@Order(4)
class SmartAppIT {
  private static final String FHIR = "/api/medical/fhir/R4/";
  private static final String COORDINATION = "/api/coordination/v1/";
  private static final String HROMADA = "UA44160030000020916";
  private static final String BACKEND = "sample-backend";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Platform platform;
  private final Gateway gateway;
  private final JsonNode smart;
  private final SampleApp app;
  private String patient;
  private String another;

  SmartAppIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    smart = gateway.anonymous().get(FHIR + ".well-known/smart-configuration").expect(200).json();
    app = new SampleApp(smart);
  }

  @BeforeAll
  void two_people_live_where_a_brigade_of_medic_and_backend_will_go() {
    patient = register();
    another = register();
    liberate();
    sendBrigade();
    for (String known : List.of(patient, another)) {
      await()
          .atMost(SOON)
          .until(() -> gateway.as("medic").get(FHIR + "Patient/" + known).status() == 200);
    }
  }

  private String register() {
    return new Beneficiaries(gateway)
        .register(new InventedPeople(new Random()).next(), "" + UUID.randomUUID())
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  /** Brigades go to no other place. */
  private void liberate() {
    String place = COORDINATION + "settlements/" + Beneficiaries.SETTLEMENT;
    Caller coordinator = gateway.as("coordinator");
    JsonNode before = coordinator.get(place).expect(200).json();
    if (!before.at("/status/status").asText().equals("LIBERATED")) {
      coordinator
          .put(
              place + "/status",
              Map.of("status", "LIBERATED", "effectiveOn", "" + Beneficiaries.today()))
          .expect(200);
    }
  }

  private void sendBrigade() {
    UUID brigade = UUID.randomUUID();
    String tomorrow = "" + Beneficiaries.today().plusDays(1);
    put(
        "brigades/" + brigade,
        Map.of(
            "name",
            "Бригада із застосунком",
            "kind",
            "MEDICAL",
            "territory",
            HROMADA,
            "members",
            List.of(
                Map.of("user", "medic", "role", "DOCTOR"),
                Map.of("user", "service-account-" + BACKEND, "role", "NURSE"))));
    Map<String, Object> stop =
        Map.of("stopId", UUID.randomUUID(), "settlement", Beneficiaries.SETTLEMENT, "on", tomorrow);
    put(
        "trips/" + UUID.randomUUID(),
        Map.of(
            "brigadeId",
            brigade,
            "startsOn",
            tomorrow,
            "endsOn",
            tomorrow,
            "stops",
            List.of(stop)));
  }

  private void put(String path, Object body) {
    gateway.as("coordinator").put(COORDINATION + path, body).expect(201);
  }

  @Test
  void the_realm_has_every_scope_that_medical_names() throws IOException {
    String realm = smart.get("issuer").asText() + "/.well-known/openid-configuration";
    JsonNode offered = new ObjectMapper().readTree(Web.send(get(realm)).body());

    assertThat(texts(offered.get("scopes_supported")))
        .containsAll(texts(smart.get("scopes_supported")));
  }

  private static HttpRequest.Builder get(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void an_app_reads_what_its_scopes_name_and_nothing_else() {
    Caller reader = bearing(app.token("medic", "openid user/Patient.rs"));

    reader.get(FHIR + "Patient/" + patient).expect(200);
    scopeLacking(reader.get(FHIR + "Encounter?patient=" + patient));
    Caller other = bearing(app.token("medic", "openid user/Encounter.rs"));
    other.get(FHIR + "Encounter?patient=" + patient).expect(200);
    scopeLacking(other.get(FHIR + "Patient/" + patient));
  }

  @Test
  void an_app_that_asked_for_no_scope_reads_nothing() {
    scopeLacking(bearing(app.token("medic", "openid")).get(FHIR + "Patient/" + patient));
  }

  @Test
  void an_app_is_kept_to_fhir() {
    Caller reader = bearing(app.token("medic", "openid user/*.rs"));

    reader.get(FHIR + "Patient/" + patient).expect(200);
    reader.get("/api/medical/v1/visits?residentId=" + patient).expectProblem(403, "forbidden");
    reader.get(Beneficiaries.RESIDENTS + "/" + patient).expectProblem(403, "forbidden");
  }

  @Test
  void an_app_for_one_patient_sees_no_other() {
    new KeycloakAdmin(platform).setAttribute("medic", "patient", patient);
    Caller bound = bearing(app.token("medic", "openid patient/*.rs"));

    bound.get(FHIR + "Patient/" + patient).expect(200);
    bound.get(FHIR + "Patient/" + another).expect(404);
    assertThat(bound.get(FHIR + "Patient?_id=" + another).expect(200).json().get("total").asInt())
        .isZero();
    gateway.as("medic").get(FHIR + "Patient/" + another).expect(200);
  }

  @Test
  void an_app_is_not_given_what_is_for_backends() {
    assertThat(app.refusal("openid system/*.rs")).contains("error=invalid_scope");
  }

  @Test
  void a_backend_signs_in_with_its_key_and_reads_where_its_account_may() {
    Caller reader = bearing(backendToken("system/*.rs"));

    reader.get(FHIR + "Patient/" + patient).expect(200);
    reader.get(FHIR + "Encounter?patient=" + patient).expect(200);
    reader.get(Beneficiaries.RESIDENTS + "/" + patient).expectProblem(403, "forbidden");
    scopeLacking(bearing(backendToken("system/*.c")).get(FHIR + "Patient/" + patient));
  }

  private String backendToken(String scope) {
    return app.token(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            BACKEND,
            "scope",
            scope,
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            platform.keyOf(BACKEND).assertion(BACKEND, smart.get("issuer").asText())));
  }

  private Caller bearing(String token) {
    return gateway.anonymous().with("Authorization", "Bearer " + token);
  }

  private static void scopeLacking(Answer answer) {
    answer.expect(403);
    assertThat(answer.json().at("/issue/0/details/coding/0/code").asText())
        .isEqualTo("scope-lacking");
  }
}
