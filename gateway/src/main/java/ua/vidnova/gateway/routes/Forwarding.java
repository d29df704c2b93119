package ua.vidnova.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import ua.vidnova.gateway.callers.Caller;
import ua.vidnova.gateway.problems.Problem;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;
import ua.vidnova.gateway.trace.Trace;

/** One request on its way to a service and back, streamed both ways. */
final class Forwarding implements ProxyInterceptor {

  private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

  private final RoutingContext context;
  private final Service service;
  private final Caller caller;
  private HttpClientRequest upstream;
  private LimitedBody body;

  private Forwarding(RoutingContext context, Service service, Caller caller) {
    this.context = context;
    this.service = service;
    this.caller = caller;
  }

  static void start(RoutingContext context, Service service, Caller caller) {
    var forwarding = new Forwarding(context, service, caller);
    HttpProxy.reverseProxy(OPTIONS, service.client())
        .origin(proxy -> forwarding.connect())
        .addInterceptor(forwarding)
        .handle(context.request());
  }

  private Future<HttpClientRequest> connect() {
    return service.request().onSuccess(this::connected);
  }

  private void connected(HttpClientRequest request) {
    upstream = request;
    request.exceptionHandler(failure -> {}); // The answer's future fails as well, and is handled.
    if (body == null) {
      awaitAnswer();
    }
  }

  /** The clock for the answer runs from the end of the body: a slow line is not a slow service. */
  private void awaitAnswer() {
    upstream.idleTimeout(service.answerTimeout().toMillis());
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
    prepare(proxy.request());
    return proxy
        .sendRequest()
        .recover(failure -> mayRepeat(failure) ? proxy.sendRequest() : Future.failedFuture(failure))
        .recover(this::refuse);
  }

  private void prepare(ProxyRequest request) {
    var incoming = request.proxiedRequest();
    request.setURI(
        context.normalizedPath() + (incoming.query() == null ? "" : "?" + incoming.query()));
    setHeaders(request, incoming);
    if (hasBody(incoming)) {
      body = new LimitedBody(request.getBody().stream(), service.bodyBytesMax(), this::awaitAnswer);
      request.setBody(Body.body(body, request.getBody().length()));
    } else {
      request.setBody(null);
      incoming.resume();
    }
  }

  private void setHeaders(ProxyRequest request, HttpServerRequest incoming) {
    ForwardedHeaders.keepForService(request.headers());
    var trace = Trace.of(context);
    request
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + caller.accessToken())
        .putHeader("X-Forwarded-For", incoming.remoteAddress().hostAddress())
        .putHeader("X-Forwarded-Proto", incoming.scheme())
        .putHeader("traceparent", trace.parent())
        .putHeader("X-Request-Id", trace.requestId());
    var authority = incoming.authority();
    if (authority != null) {
      request.putHeader("X-Forwarded-Host", authority.toString());
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /** A kept connection may close just as it is used; what only reads is sent once more. */
  private boolean mayRepeat(Throwable failure) {
    return failure instanceof HttpClosedException
        && body == null
        && (context.request().method() == HttpMethod.GET
            || context.request().method() == HttpMethod.HEAD);
  }

  private Future<ProxyResponse> refuse(Throwable failure) {
    Refusal.send(context, problemOf(failure));
    // The answer has been given, so nothing is left for the proxy to do.
    return Promise.<ProxyResponse>promise().future();
  }

  private Problem problemOf(Throwable failure) {
    if (body != null && body.isTooLarge()) {
      return Problems.BODY_TOO_LARGE;
    }
    if (upstream == null) {
      return Problems.SERVICE_DOWN;
    }
    return failure instanceof TimeoutException ? Problems.SERVICE_SLOW : Problems.SERVICE_BROKE_OFF;
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext proxy) {
    var headers = proxy.response().headers();
    ForwardedHeaders.keepForCaller(headers, context.response().headers());
    var location = headers.get(HttpHeaders.LOCATION);
    if (location != null) {
      headers.set(HttpHeaders.LOCATION, service.outside(location));
    }
    return proxy.sendResponse();
  }
}
