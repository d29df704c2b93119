package ua.vidnova.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import ua.vidnova.gateway.callers.Caller;

/**
 * Counts requests per sender: a partner client, a person, or an address that no one vouches for.
 */
@ApplicationScoped
public class RequestLimits {

  private final LimitsConfig config;
  private final Cache<String, Bucket> buckets;

  RequestLimits(LimitsConfig config) {
    this.config = config;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(config.sendersMax())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
  }

  /** Takes one request of the caller's allowance; if there is none, says in Retry-After when. */
  public boolean admits(RoutingContext context, Caller caller) {
    return caller.isPartner()
        ? admits(context, "client " + caller.client(), rateOf(caller.client()))
        : admits(context, "person " + caller.subject(), config.caller());
  }

  /** The same for a request without a caller, by the address that it comes from. */
  public boolean admitsAnonymous(RoutingContext context) {
    var address = context.request().remoteAddress().hostAddress();
    return admits(context, "address " + SenderAddress.of(address), config.anonymous());
  }

  private boolean admits(RoutingContext context, String sender, LimitsConfig.Rate rate) {
    var probe = buckets.get(sender, unknown -> bucket(rate)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    }
    return probe.isConsumed();
  }

  private LimitsConfig.Rate rateOf(String client) {
    return config.clients().getOrDefault(client, config.caller());
  }

  private static Bucket bucket(LimitsConfig.Rate rate) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
