package ua.vidnova.chassis.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.thing.TestDatabaseReader;
import ua.vidnova.chassis.thing.ThingResource;

@QuarkusTest
@WithPlatform
class IdempotencyResourceTest {

  @Inject TestDatabaseReader database;

  private final String key = UUID.randomUUID().toString();
  private final String name = "thing-" + UUID.randomUUID();

  @AfterEach
  void open_the_gate() {
    var gate = ThingResource.GATE.getAndSet(null);
    if (gate != null) {
      gate.countDown();
    }
  }

  @Test
  void the_same_key_and_body_get_the_same_answer_and_change_nothing() {
    var first = make(key, name);
    var second = make(key, name);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(made(name)).isEqualTo(1);
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    make(key, name);
    var other = make(key, name + "-other");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency-key-reused");
    assertThat(made(name + "-other")).isZero();
  }

  @Test
  void while_the_first_still_runs_a_second_is_told_so() {
    ThingResource.GATE.set(new CountDownLatch(1));
    var first = CompletableFuture.supplyAsync(() -> make(key, name));
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> database.count("select count(*) from pg_locks where locktype = 'advisory'") > 0);

    var second = make(key, name);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.jsonPath().getString("code")).isEqualTo("idempotency-key-in-use");

    open_the_gate();
    assertThat(first.join().statusCode()).isEqualTo(201);
    assertThat(make(key, name).body().asString()).isEqualTo(first.join().body().asString());
    assertThat(made(name)).isEqualTo(1);
  }

  @Test
  void another_caller_may_use_the_same_key() {
    assertThat(make(key, name).statusCode()).isEqualTo(201);
    var other = post(TestTokens.staff("another", "registrar").token(), key, name);
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(made(name)).isEqualTo(2);
  }

  @Test
  void a_refused_request_keeps_nothing_and_may_be_repeated() {
    assertThat(make(key, "taken").statusCode()).isEqualTo(409);
    assertThat(made("taken")).isZero();
    assertThat(make(key, name).statusCode()).isEqualTo(201);
  }

  @Test
  void a_key_that_is_too_long_is_refused() {
    assertThat(make("k".repeat(256), name).statusCode()).isEqualTo(400);
    assertThat(made(name)).isZero();
  }

  @Test
  void without_a_key_each_request_is_new() {
    assertThat(make(null, name).statusCode()).isEqualTo(201);
    assertThat(make(null, name).statusCode()).isEqualTo(201);
    assertThat(made(name)).isEqualTo(2);
  }

  private static Response make(String key, String name) {
    return post(TestTokens.staff("registrar", "registrar").token(), key, name);
  }

  private static Response post(String token, String key, String name) {
    var request =
        given()
            .auth()
            .oauth2(token)
            .contentType("application/json")
            .body("{\"name\":\"" + name + "\"}");
    return (key == null ? request : request.header("Idempotency-Key", key))
        .post("/api/thing/v1/things");
  }

  private long made(String name) {
    return database.count("select count(*) from thing where name = ?", name);
  }
}
