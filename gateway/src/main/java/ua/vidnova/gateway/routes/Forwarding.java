package ua.vidnova.gateway.routes;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import ua.vidnova.gateway.callers.Caller;
import ua.vidnova.gateway.problems.Problem;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;
import ua.vidnova.gateway.trace.Trace;

/** One request on its way to a service and back, streamed both ways. */
final class Forwarding {

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Service service;
  private final Optional<Caller> caller;
  private final Optional<byte[]> certificate;
  private final LimitedBody body;
  private HttpClientRequest upstream;
  private boolean mayRepeat;

  private Forwarding(
      RoutingContext context,
      Service service,
      Optional<Caller> caller,
      Optional<byte[]> certificate) {
    this.context = context;
    this.request = context.request();
    this.response = context.response();
    this.service = service;
    this.caller = caller;
    this.certificate = certificate;
    this.body = new LimitedBody(request, service.bodyBytesMax());
    this.mayRepeat =
        !hasBody()
            && (HttpMethod.GET.equals(request.method())
                || HttpMethod.HEAD.equals(request.method()));
  }

  /**
   * @param caller whom the service is told of
   * @param certificate DER of the certificate of the caller's connection
   */
  static void start(
      RoutingContext context,
      Service service,
      Optional<Caller> caller,
      Optional<byte[]> certificate) {
    var forwarding = new Forwarding(context, service, caller, certificate);
    context.addEndHandler(end -> forwarding.stopIfCallerHasGone());
    forwarding.connect();
  }

  private boolean hasBody() {
    return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private void connect() {
    var query = request.query() == null ? "" : "?" + request.query();
    service
        .request(request.method(), context.normalizedPath() + query)
        .onSuccess(this::send)
        .onFailure(failure -> Refusal.send(context, Problems.SERVICE_DOWN));
  }

  private void send(HttpClientRequest connected) {
    upstream = connected;
    upstream.exceptionHandler(failure -> {}); // The future of the answer fails as well.
    upstream.response().onSuccess(this::answer).onFailure(this::noAnswer);
    setHeaders();
    if (hasBody()) {
      upstream.setChunked(request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
      body.pipe().endOnFailure(false).to(upstream).onComplete(this::sent);
    } else {
      request.resume();
      upstream.end();
      awaitAnswer();
    }
  }

  private void setHeaders() {
    var headers = upstream.headers();
    ForwardedHeaders.copyToService(request.headers(), headers);
    var trace = Trace.of(context);
    caller.ifPresent(known -> headers.set(HttpHeaders.AUTHORIZATION, known.authorization()));
    certificate.ifPresent(
        der -> headers.set("Client-Cert", ":" + Base64.getEncoder().encodeToString(der) + ":"));
    headers
        .set("X-Forwarded-For", request.remoteAddress().hostAddress())
        .set("X-Forwarded-Proto", request.scheme())
        .set("traceparent", trace.parent())
        .set("X-Request-Id", trace.requestId());
    var authority = request.authority();
    if (authority != null) {
      headers.set("X-Forwarded-Host", authority.toString());
    }
  }

  private void sent(AsyncResult<Void> outcome) {
    if (outcome.succeeded()) {
      awaitAnswer();
    } else {
      upstream.reset();
    }
  }

  /** The clock for the answer runs from the end of the body: a slow line is not a slow service. */
  private void awaitAnswer() {
    upstream.idleTimeout(service.answerTimeout().toMillis());
  }

  private void answer(HttpClientResponse answer) {
    response.setStatusCode(answer.statusCode());
    ForwardedHeaders.copyToCaller(answer.headers(), response.headers());
    var location = answer.getHeader(HttpHeaders.LOCATION);
    if (location != null) {
      response.putHeader(HttpHeaders.LOCATION, service.outside(location));
    }
    response.setChunked(mayStream(answer));
    answer.pipe().endOnFailure(false).to(response).onFailure(this::brokenOff);
  }

  private boolean mayStream(HttpClientResponse answer) {
    return !HttpMethod.HEAD.equals(request.method())
        && answer.statusCode() != 204
        && answer.statusCode() != 304
        && answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
  }

  /**
   * Half an answer has gone out: only a cut connection tells the caller that it is not all. Unless
   * it is the caller who has gone, which is known as soon as this event is over.
   */
  private void brokenOff(Throwable failure) {
    upstream.reset();
    context
        .vertx()
        .runOnContext(
            later -> {
              if (!response.closed()) {
                request.connection().close();
              }
            });
  }

  private void stopIfCallerHasGone() {
    if (upstream != null && !response.ended()) {
      upstream.reset();
    }
  }

  private void noAnswer(Throwable failure) {
    if (mayRepeat && failure instanceof HttpClosedException) {
      // A kept connection closed just as it was used. What only reads is sent once more.
      mayRepeat = false;
      connect();
    } else {
      Refusal.send(context, problemOf(failure));
    }
  }

  private Problem problemOf(Throwable failure) {
    if (body.isTooLarge()) {
      return Problems.BODY_TOO_LARGE;
    }
    return failure instanceof TimeoutException ? Problems.SERVICE_SLOW : Problems.SERVICE_BROKE_OFF;
  }
}
