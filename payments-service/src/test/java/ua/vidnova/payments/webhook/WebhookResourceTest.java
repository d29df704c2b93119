package ua.vidnova.payments.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;
import ua.vidnova.payments.webhook.http.ManyReplicas;

@QuarkusTest
@WithPlatform
class WebhookResourceTest {

  private static PartnersServer server;

  @Inject Books books;
  @Inject ManyReplicas replicas;

  private ScheduledExecutorService sending;

  private final UUID id = UUID.randomUUID();
  private final String path = "/" + id;

  @BeforeAll
  static void open() {
    server = new PartnersServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void send() {
    sending = replicas.start();
  }

  @AfterEach
  void sendNoMore() {
    sending.close();
  }

  @BeforeEach
  @AfterEach
  void removeAll() throws SQLException {
    books.execute("delete from webhook");
  }

  private Response put(Object body) {
    return given()
        .auth()
        .oauth2(Payments.ukrposhta())
        .contentType("application/json")
        .body(body)
        .put(Payments.BASE + "webhooks/" + id);
  }

  private Response put(String url, String... types) {
    return put(Map.of("url", url, "eventTypes", List.of(types)));
  }

  /** Sets a webhook up and returns its secret. */
  private String secret(String... types) {
    return put(server.url(path), types).then().statusCode(201).extract().path("secret");
  }

  private static Response post(String path, Object body) {
    return Payments.post(Payments.ukrposhta(), path, body);
  }

  private String ping() {
    return Payments.post(Payments.ukrposhta(), "webhooks/" + id + "/ping")
        .then()
        .statusCode(202)
        .extract()
        .path("deliveryId");
  }

  private ValidatableResponse show() {
    return Payments.get(Payments.ukrposhta(), "webhooks/" + id).then();
  }

  private ValidatableResponse deliveries() {
    return Payments.get(Payments.ukrposhta(), "webhooks/" + id + "/deliveries").then();
  }

  private void await(Runnable holds) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(holds::run);
  }

  private static void assertSigned(PartnersServer.Message message, String secret) {
    var verifier = new com.standardwebhooks.Webhook(secret);
    assertThatCode(() -> verifier.verify(message.body(), message.headers()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_webhook_is_set_up_changed_and_removed_and_its_secret_is_shown_once() {
    put(server.url(path), "batch.ready")
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .body("secret", startsWith("whsec_"))
        .body("webhook.state", equalTo("ACTIVE"))
        .body("webhook.eventTypes", equalTo(List.of("batch.ready")));
    put(server.url(path), "ping", "batch.withdrawn")
        .then()
        .statusCode(200)
        .body("secret", nullValue())
        .body("eventTypes", equalTo(List.of("batch.withdrawn", "ping")));
    show().statusCode(200).body("url", equalTo(server.url(path))).body("secret", nullValue());
    Payments.get(Payments.ukrposhta(), "webhooks")
        .then()
        .body("items.id", equalTo(List.of(id.toString())));
    given()
        .auth()
        .oauth2(Payments.ukrposhta())
        .delete(Payments.BASE + "webhooks/" + id)
        .then()
        .statusCode(204);
    show().statusCode(404);
  }

  @Test
  void a_webhook_that_is_made_anew_has_another_secret() {
    var former = secret("ping");
    given().auth().oauth2(Payments.ukrposhta()).delete(Payments.BASE + "webhooks/" + id);

    assertThat(secret("ping")).isNotEqualTo(former);
  }

  @Test
  void what_one_has_is_not_sent_again_and_what_one_has_not_read_is_not_changed() {
    put(server.url(path), "ping").then().header("ETag", equalTo("\"0\""));
    show().header("ETag", equalTo("\"0\""));
    var tag = Payments.get(Payments.ukrposhta(), "webhooks").header("ETag");
    given()
        .auth()
        .oauth2(Payments.ukrposhta())
        .header("If-None-Match", tag)
        .get(Payments.BASE + "webhooks")
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag));
    given()
        .auth()
        .oauth2(Payments.ukrposhta())
        .header("If-Match", "\"77\"")
        .contentType("application/json")
        .body(Map.of("url", server.url(path), "eventTypes", List.of("ping")))
        .put(Payments.BASE + "webhooks/" + id)
        .then()
        .statusCode(412)
        .body("code", equalTo("changed-meanwhile"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://bank.example/x,https-only",
    "ftp://bank.example/x,https-only",
    "https://10.0.0.1/x,not-public",
    "https://169.254.169.254/latest/meta-data,not-public",
    "https://[fd00::1]/x,not-public",
    "https://user:word@bank.example/x,malformed",
    "https://bank.example/x#y,malformed",
    "not an address,malformed"
  })
  void an_address_that_must_not_be_called_is_refused(String url, String code) {
    put(url, "ping")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("url"))
        .body("errors[0].code", equalTo(code));
    show().statusCode(404);
  }

  @Test
  void a_webhook_for_nothing_or_for_something_unknown_is_refused() {
    put(server.url(path), new String[0])
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("eventTypes"));
    put(server.url(path), "batch.eaten").then().statusCode(400).body("code", notNullValue());
    put(Map.of("eventTypes", List.of("ping"))).then().statusCode(422);
  }

  @Test
  void there_is_an_end_to_how_many_one_may_have() {
    for (var i = 0; i < 10; i++) {
      given()
          .auth()
          .oauth2(Payments.ukrposhta())
          .contentType("application/json")
          .body(Map.of("url", server.url(path), "eventTypes", List.of("ping")))
          .put(Payments.BASE + "webhooks/" + UUID.randomUUID())
          .then()
          .statusCode(201);
    }
    put(server.url(path), "ping").then().statusCode(409).body("code", equalTo("too-many-webhooks"));
  }

  @Test
  void a_batch_that_is_ready_and_a_report_that_is_taken_are_told_with_ids_only() {
    var secret = secret("batch.ready", "report.taken");
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var person = Person.anyone();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var entry = books.instructionsOf(person.residentId()).getFirst();

    await(() -> assertThat(told("batch.ready", entry.batchId())).isNotEmpty());
    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file");
    Payments.report(
        Payments.ukrposhta(),
        entry.batchId(),
        List.of(Payments.outcome(entry.instructionId(), "PAID")));
    await(() -> assertThat(told("report.taken", entry.batchId())).hasSize(1));

    var message = told("batch.ready", entry.batchId()).getFirst();
    assertSigned(message, secret);
    var body = new JsonObject(message.body());
    assertThat(body.fieldNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
    assertThat(body.getJsonObject("data").getMap())
        .isEqualTo(
            Map.of(
                "batchId", entry.batchId(), "href", "/api/payments/v1/batches/" + entry.batchId()));
  }

  private List<PartnersServer.Message> told(String type, String batchId) {
    return server.messages(path).stream()
        .filter(message -> message.body().contains("\"" + type + "\""))
        .filter(message -> message.body().contains(batchId))
        .toList();
  }

  @Test
  void what_fails_is_tried_again_under_the_same_id() {
    var secret = secret("ping");
    server.answers(path, PartnersServer.status(500), PartnersServer.cut());
    var delivery = ping();

    var messages = server.await(path, 3);
    assertThat(messages)
        .extracting(message -> message.header("webhook-id"))
        .containsOnly("msg_" + delivery);
    assertThat(messages)
        .extracting(PartnersServer.Message::body)
        .containsOnly(messages.getFirst().body());
    messages.forEach(message -> assertSigned(message, secret));
    await(
        () ->
            deliveries()
                .body("items[0].state", equalTo("DELIVERED"))
                .body("items[0].attempts", equalTo(3))
                .body("items[0].lastStatus", equalTo(204)));
    show().body("lastSuccessAt", notNullValue());
  }

  @Test
  void what_hangs_does_not_hold_up_others_and_counts_as_failed() {
    secret("ping");
    server.answers(path, server.hang(), server.hang(), server.hang());
    var slow = ping();
    var other = UUID.randomUUID();
    given()
        .auth()
        .oauth2(Payments.ukrposhta())
        .contentType("application/json")
        .body(Map.of("url", server.url("/" + other), "eventTypes", List.of("ping")))
        .put(Payments.BASE + "webhooks/" + other)
        .then()
        .statusCode(201);
    Payments.post(Payments.ukrposhta(), "webhooks/" + other + "/ping").then().statusCode(202);

    server.await("/" + other, 1);
    await(
        () ->
            deliveries()
                .body("items[0].id", equalTo(slow))
                .body("items[0].state", equalTo("FAILED"))
                .body("items[0].lastStatus", nullValue())
                .body("items[0].lastFailure", equalTo("timeout")));
  }

  @Test
  void an_address_that_never_takes_anything_is_disabled_and_active_again_when_set_up_again() {
    secret("ping");
    server.answers(
        path, PartnersServer.status(500), PartnersServer.status(404), PartnersServer.status(400));
    ping();
    await(
        () -> show().body("state", equalTo("DISABLED")).body("disabledReason", equalTo("FAILING")));
    deliveries().body("items[0].state", equalTo("FAILED")).body("items[0].attempts", equalTo(3));

    var waiting = ping();
    put(server.url(path), "ping").then().statusCode(200).body("state", equalTo("ACTIVE"));

    await(
        () ->
            deliveries()
                .body("items[0].id", equalTo(waiting))
                .body("items[0].state", equalTo("DELIVERED")));
  }

  @Test
  void gone_is_believed_at_once() {
    secret("ping");
    server.answers(path, PartnersServer.status(410));
    ping();
    await(() -> show().body("state", equalTo("DISABLED")).body("disabledReason", equalTo("GONE")));
    deliveries().body("items[0].attempts", equalTo(1)).body("items[0].lastStatus", equalTo(410));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void a_wish_to_be_left_alone_is_granted(int status) {
    secret("ping");
    server.answers(path, PartnersServer.status(status, "Retry-After", "3600"));
    ping();
    await(() -> deliveries().body("items[0].lastStatus", equalTo(status)));
    var next = Instant.parse(deliveries().extract().path("items[0].nextAttemptAt"));
    assertThat(next).isAfter(Instant.now().plus(Duration.ofMinutes(58)));
  }

  @Test
  void a_redirect_leads_nowhere() {
    secret("ping");
    var inside = "/inside-" + id;
    server.answers(path, PartnersServer.status(302, "Location", server.url(inside)));
    ping();
    await(() -> deliveries().body("items[0].state", equalTo("DELIVERED")));
    assertThat(server.messages(path)).hasSizeGreaterThan(1);
    assertThat(server.messages(inside)).isEmpty();
  }

  @Test
  void after_a_rotation_both_secrets_hold() {
    var former = secret("ping");
    var next =
        Payments.post(Payments.ukrposhta(), "webhooks/" + id + "/secret")
            .then()
            .statusCode(201)
            .body("webhook.formerSecretUntil", notNullValue())
            .extract()
            .<String>path("secret");
    assertThat(next).startsWith("whsec_").isNotEqualTo(former);
    ping();
    var message = server.await(path, 1).getFirst();
    assertSigned(message, former);
    assertSigned(message, next);
  }

  @Test
  void a_former_secret_does_not_hold_for_ever() throws SQLException {
    var former = secret("ping");
    Payments.post(Payments.ukrposhta(), "webhooks/" + id + "/secret").then().statusCode(201);
    books.execute("update webhook set former_secret_until = now() - interval '1 second'");
    ping();
    var message = server.await(path, 1).getFirst();
    assertThatCode(
            () ->
                new com.standardwebhooks.Webhook(former).verify(message.body(), message.headers()))
        .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
  }

  @Test
  void a_replay_sends_again_under_the_same_id() {
    secret("ping");
    var delivery = ping();
    server.await(path, 1);
    await(() -> deliveries().body("items[0].state", equalTo("DELIVERED")));

    post("webhooks/" + id + "/deliveries/" + delivery + "/replay", Map.of()).then().statusCode(202);
    server.await(path, 2);
    await(() -> deliveries().body("items[0].state", equalTo("DELIVERED")));
    post("webhooks/" + id + "/replays", Map.of("since", Instant.now().minusSeconds(600).toString()))
        .then()
        .statusCode(202)
        .body("deliveries", equalTo(1));
    assertThat(server.await(path, 3))
        .extracting(message -> message.header("webhook-id"))
        .containsOnly("msg_" + delivery);
    post("webhooks/" + id + "/replays", Map.of("since", Instant.now().plusSeconds(600).toString()))
        .then()
        .body("deliveries", equalTo(0));
  }

  @Test
  void a_repeated_request_for_a_ping_sends_one() {
    secret("ping");
    for (var attempt = 0; attempt < 2; attempt++) {
      given()
          .auth()
          .oauth2(Payments.ukrposhta())
          .header("Idempotency-Key", "ping-" + id)
          .post(Payments.BASE + "webhooks/" + id + "/ping")
          .then()
          .statusCode(202);
    }
    deliveries().body("items", hasSize(1));
  }

  @Test
  void deliveries_come_by_pages_and_by_state() {
    secret("ping");
    var first = ping();
    var second = ping();
    var page = Payments.get(Payments.ukrposhta(), "webhooks/" + id + "/deliveries?limit=1");
    page.then().body("items.id", equalTo(List.of(second)));
    Payments.get(
            Payments.ukrposhta(),
            "webhooks/" + id + "/deliveries?limit=1&after=" + page.path("next"))
        .then()
        .body("items.id", equalTo(List.of(first)))
        .body("next", nullValue());
    Payments.get(Payments.ukrposhta(), "webhooks/" + id + "/deliveries?state=FAILED")
        .then()
        .body("items.id", not(hasItem(first)));
    Payments.get(Payments.ukrposhta(), "webhooks/" + id + "/deliveries?state=LOST")
        .then()
        .statusCode(400);
  }
}
