package ua.vidnova.gateway.callers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import ua.vidnova.gateway.callers.Caller.Door;

class VerifiedTokensTest {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final VerifiedTokens tokens =
      new VerifiedTokens(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now.get();
            }
          },
          () -> Duration.between(START, now.get()).toNanos());

  private static Caller expiringAfter(String token, Duration lifetime) {
    var claims = new JsonObject().put("exp", START.plus(lifetime).getEpochSecond());
    return new Caller(Door.BEARER, token, claims);
  }

  private void later(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Test
  void a_token_is_known_for_a_minute() {
    tokens.add(expiringAfter("a", Duration.ofHours(1)));
    later(Duration.ofSeconds(59));
    assertThat(tokens.find("a")).isPresent();
    later(Duration.ofSeconds(1));
    assertThat(tokens.find("a")).isEmpty();
  }

  @Test
  void a_token_is_not_known_beyond_its_expiry() {
    tokens.add(expiringAfter("a", Duration.ofSeconds(10)));
    later(Duration.ofSeconds(9));
    assertThat(tokens.find("a")).isPresent();
    later(Duration.ofSeconds(1));
    assertThat(tokens.find("a")).isEmpty();
  }

  @Test
  void a_token_that_is_expired_or_does_not_say_is_not_kept() {
    tokens.add(expiringAfter("a", Duration.ofSeconds(-1)));
    tokens.add(new Caller(Door.BEARER, "b", new JsonObject()));
    assertThat(tokens.find("a")).isEmpty();
    assertThat(tokens.find("b")).isEmpty();
  }

  @Test
  void another_token_is_another_token() {
    tokens.add(expiringAfter("a", Duration.ofHours(1)));
    assertThat(tokens.find("a ")).isEmpty();
    assertThat(tokens.find("A")).isEmpty();
  }
}
