package ua.vidnova.gateway.callers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bearer tokens that have just been verified, so that the signature of a client that calls often is
 * checked once and not with every call. None is believed beyond its own expiry, nor for longer than
 * a minute: a key that the realm withdraws is out by then. Services verify every token themselves.
 */
@ApplicationScoped
class VerifiedTokens {

  static final Duration LIFETIME_MAX = Duration.ofMinutes(1);

  private static final int TOKENS_MAX = 10_000;

  private final Clock clock;
  private final Cache<String, Caller> callers;

  VerifiedTokens() {
    this(Clock.systemUTC(), Ticker.systemTicker());
  }

  VerifiedTokens(Clock clock, Ticker ticker) {
    this.clock = clock;
    this.callers =
        Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .ticker(ticker)
            .expireAfter(Expiry.creating((String token, Caller caller) -> lifetime(caller)))
            .build();
  }

  Optional<Caller> find(String token) {
    return Optional.ofNullable(callers.getIfPresent(token));
  }

  void add(Caller caller) {
    callers.put(caller.accessToken(), caller);
  }

  private Duration lifetime(Caller caller) {
    var left = Duration.between(clock.instant(), Instant.ofEpochSecond(caller.expiresAt()));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LIFETIME_MAX) < 0 ? left : LIFETIME_MAX;
  }
}
