package ua.vidnova.payments.webhook.http;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.webhook.Addresses;
import ua.vidnova.payments.webhook.Attempt;
import ua.vidnova.payments.webhook.Attempt.Failed;
import ua.vidnova.payments.webhook.Attempt.Taken;
import ua.vidnova.payments.webhook.Backoff;
import ua.vidnova.payments.webhook.DueDeliveries;
import ua.vidnova.payments.webhook.DueDeliveries.Due;
import ua.vidnova.payments.webhook.WebhookConfig;
import ua.vidnova.payments.webhook.WebhookSecrets;

/** Sends events to partners until they take them. Follows no redirect and believes no answer. */
@ApplicationScoped
class DeliverWebhooks {

  private static final Logger LOG = Logger.getLogger(DeliverWebhooks.class);
  private static final int GONE = 410;

  private final DueDeliveries deliveries;
  private final Addresses addresses;
  private final WebhookSecrets secrets;
  private final WebhookConfig config;
  private final KyivCalendar calendar;
  private final Vertx vertx;
  private final HttpClient client;
  private final AtomicInteger underWay = new AtomicInteger();

  @Inject
  DeliverWebhooks(
      DueDeliveries deliveries,
      Addresses addresses,
      WebhookSecrets secrets,
      WebhookConfig config,
      KyivCalendar calendar,
      Vertx vertx) {
    this.deliveries = deliveries;
    this.addresses = addresses;
    this.secrets = secrets;
    this.config = config;
    this.calendar = calendar;
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.answerTimeout().toMillis())
                .setKeepAlive(false));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sendDue() {
    var most = config.atOnceMax() - underWay.get();
    if (most > 0 && secrets.isReady()) {
      deliveries.lease(most).forEach(this::send);
    }
  }

  @Scheduled(every = "1h", delayed = "5m")
  void forgetOld() {
    deliveries.forgetOld();
  }

  private void send(Due due) {
    underWay.incrementAndGet();
    var url = URI.create(due.url());
    vertx
        .executeBlocking(() -> addresses.reachable(url.getHost()), false)
        .compose(
            address ->
                address.isPresent()
                    ? post(due, url, address.get())
                    : Future.succeededFuture(Failed.without("not-public")))
        .recover(failure -> Future.succeededFuture(Failed.without(codeOf(failure))))
        .compose(attempt -> vertx.executeBlocking(() -> note(due, attempt), false))
        .onFailure(
            failure ->
                // The lease ends, and whoever is there then tries again.
                LOG.warnf("Delivery %s: %s", due.id(), failure.getClass().getName()))
        .onComplete(done -> underWay.decrementAndGet());
  }

  /** The whole exchange has to be over in time, however slowly bytes drip. */
  private Future<Attempt> post(Due due, URI url, InetAddress address) {
    var answered = Promise.<Attempt>promise();
    client
        .request(options(url, address))
        .onFailure(answered::tryFail)
        .onSuccess(request -> exchange(request, due, answered));
    return answered.future();
  }

  private void exchange(HttpClientRequest request, Due due, Promise<Attempt> answered) {
    var timer =
        vertx.setTimer(
            config.answerTimeout().toMillis(),
            late -> {
              answered.tryFail(new TimeoutException());
              request.reset();
            });
    var message = SignedMessage.of(due, secrets, calendar.now());
    message.headers().forEach(request::putHeader);
    request
        .send(message.body())
        .compose(response -> response.end().map(end -> attemptOf(response)))
        .onComplete(
            exchange -> {
              vertx.cancelTimer(timer);
              if (exchange.succeeded()) {
                answered.tryComplete(exchange.result());
              } else {
                answered.tryFail(exchange.cause());
              }
            });
  }

  private static RequestOptions options(URI url, InetAddress address) {
    var isTls = url.getScheme().equals("https");
    var port = url.getPort() >= 0 ? url.getPort() : isTls ? 443 : 80;
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(isTls)
        .setFollowRedirects(false)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  private Attempt attemptOf(HttpClientResponse response) {
    var status = response.statusCode();
    return status >= 200 && status < 300
        ? new Taken(status)
        : new Failed(
            status, null, Backoff.wished(response.getHeader("Retry-After"), calendar.now()));
  }

  private Void note(Due due, Attempt attempt) {
    switch (attempt) {
      case Taken taken -> deliveries.delivered(due, taken.status());
      case Failed failed when failed.status() != null && failed.status() == GONE ->
          deliveries.gone(due, failed);
      case Failed failed when due.attempts() >= config.attemptsMax() ->
          deliveries.giveUp(due, failed);
      case Failed failed -> {
        var wait =
            Backoff.after(
                due.attempts(), config.firstRetryAfter(), ThreadLocalRandom.current().nextDouble());
        deliveries.retry(
            due, failed, failed.wished().filter(wish -> wish.compareTo(wait) > 0).orElse(wait));
      }
    }
    return null;
  }

  private static String codeOf(Throwable failure) {
    return failure instanceof TimeoutException ? "timeout" : "unreachable";
  }
}
