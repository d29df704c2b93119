package ua.vidnova.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A service behind the gateway, with connections of its own: a slow service can use up its own and
 * no one else's.
 */
public final class Service {

  private static final int WAITING_MAX = 1_000;
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final String name;
  private final RoutesConfig.Target target;
  private final HttpClient client;

  Service(String name, RoutesConfig.Target target, Vertx vertx) {
    this.name = name;
    this.target = target;
    this.client = vertx.createHttpClient(clientOptions(target), poolOptions(target));
  }

  private static HttpClientOptions clientOptions(RoutesConfig.Target target) {
    return new HttpClientOptions()
        .setConnectTimeout((int) target.connectTimeout().toMillis())
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
        // No byte either way for so long: one end has gone without saying so. A connection's rest
        // before it is used counts as well, and shall not be held against a slow body.
        .setIdleTimeout(
            KEEP_ALIVE_SECONDS + (int) target.answerTimeout().multipliedBy(2).toSeconds());
  }

  private static PoolOptions poolOptions(RoutesConfig.Target target) {
    return new PoolOptions()
        .setHttp1MaxSize(target.connectionsMax())
        .setMaxWaitQueueSize(WAITING_MAX);
  }

  public String name() {
    return name;
  }

  Duration answerTimeout() {
    return target.answerTimeout();
  }

  long bodyBytesMax() {
    return target.bodyMax().asLongValue();
  }

  /** Whether the request only reads what the service shows to anyone. */
  boolean isPublicRead(HttpMethod method, String path) {
    var parent = path.substring(0, path.lastIndexOf('/') + 1);
    return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
        && target.publicReads().orElse(Set.of()).stream()
            .anyMatch(
                open ->
                    open.equals(path)
                        || (open.equals(parent + "*") && path.length() > parent.length()));
  }

  /** A request to the service on a connection that is there, not sent yet. */
  Future<HttpClientRequest> request(HttpMethod method, String address) {
    return client.request(options().setMethod(method).setURI(address));
  }

  /** What the service answers at an address of its own, if it does so with 200 in good time. */
  public Future<Buffer> read(String address, Duration timeout) {
    var options =
        options().setMethod(HttpMethod.GET).setURI(address).setIdleTimeout(timeout.toMillis());
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : response
                        .end()
                        .compose(done -> Future.failedFuture("status " + response.statusCode())));
  }

  private RequestOptions options() {
    URI url = target.url();
    var isTls = "https".equals(url.getScheme());
    return new RequestOptions()
        .setHost(url.getHost())
        .setPort(url.getPort() >= 0 ? url.getPort() : isTls ? 443 : 80)
        .setSsl(isTls)
        .setConnectTimeout(target.connectTimeout().toMillis());
  }

  /** Without scheme and host, if the service named itself; the address that callers can use. */
  String outside(String location) {
    var base = target.url().resolve("/").toString();
    return location.startsWith(base) ? location.substring(base.length() - 1) : location;
  }
}
