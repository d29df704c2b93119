package ua.vidnova.gateway.standins;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service behind the gateway: tells what it was asked, swallows and pours bytes, and misbehaves
 * on request. What it does is chosen by the last segment of the path.
 */
final class ServiceStandIn {

  private static final Buffer KIBIBYTE = Buffer.buffer(new byte[1024]);

  private final Vertx vertx;
  private final AtomicInteger abandoned = new AtomicInteger();
  private final AtomicBoolean hangsUpNext = new AtomicBoolean();
  private volatile HttpServerResponse held;
  private int port;

  ServiceStandIn(Vertx vertx) {
    this.vertx = vertx;
  }

  String start() {
    port =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    return "http://localhost:" + port;
  }

  private void handle(HttpServerRequest request) {
    var path = request.path();
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "swallow" -> swallow(request);
      case "pour" -> pour(request, Long.parseLong(request.getParam("kibibytes")));
      case "answer-early" -> answerEarly(request);
      case "hold" -> hold(request);
      case "release" -> release(request);
      case "nothing" -> request.response().setStatusCode(204).end();
      case "forbidden" -> forbidden(request);
      case "decorated" -> decorated(request);
      case "never" -> {
        request.connection().closeHandler(closed -> abandoned.incrementAndGet());
        request.resume();
      }
      case "abandoned" -> request.response().end(abandoned.toString());
      case "break-off" -> request.connection().close();
      case "break-off-half-way" -> {
        request.response().putHeader("Content-Length", "100").write("half");
        vertx.runOnContext(sent -> request.connection().close());
      }
      case "break-off-next" -> {
        hangsUpNext.set(true);
        request.response().end();
      }
      case "openapi" -> openapi(request);
      case "ready" -> request.response().end("{\"status\":\"UP\"}");
      default -> echo(request);
    }
  }

  private void echo(HttpServerRequest request) {
    if (hangsUpNext.compareAndSet(true, false)) {
      request.connection().close();
      return;
    }
    var headers = new JsonObject();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(
                        new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("body", body.toString())
                            .put("headers", headers)
                            .toBuffer()));
  }

  private static void swallow(HttpServerRequest request) {
    var bytes = new AtomicLong();
    request.handler(buffer -> bytes.addAndGet(buffer.length()));
    request.endHandler(end -> request.response().end(bytes.toString()));
  }

  private static void pour(HttpServerRequest request, long kibibytes) {
    var response = request.response().setChunked(true);
    pour(response, kibibytes);
  }

  private static void pour(HttpServerResponse response, long kibibytes) {
    var left = kibibytes;
    while (left > 0 && !response.writeQueueFull()) {
      response.write(KIBIBYTE);
      left--;
    }
    if (left == 0) {
      response.end();
    } else {
      var rest = left;
      response.drainHandler(drained -> pour(response, rest));
    }
  }

  /** Answers as soon as the first bytes have come, long before the body is complete. */
  private static void answerEarly(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    request.handler(
        buffer -> {
          if (!response.headWritten()) {
            response.write("first bytes are here");
          }
        });
    request.endHandler(end -> response.end());
  }

  /** Sends half an answer; {@code release} sends the other half. */
  private void hold(HttpServerRequest request) {
    held = request.response().setChunked(true);
    held.write("first half,");
  }

  private void release(HttpServerRequest request) {
    held.end("second half");
    request.response().end();
  }

  private static void forbidden(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(403)
        .putHeader("Content-Type", "application/problem+json")
        .end("{\"status\":403,\"code\":\"forbidden\",\"title\":\"Your role does not allow this\"}");
  }

  private void decorated(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(201)
        .putHeader("Location", "http://localhost:" + port + "/api/registry/v1/residents/1")
        .putHeader("ETag", "\"7\"")
        .putHeader("Set-Cookie", "q_session=stolen")
        .putHeader("Connection", "X-Of-This-Hop")
        .putHeader("X-Of-This-Hop", "1")
        .putHeader("Keep-Alive", "timeout=5")
        .putHeader("Server", "stand-in")
        .putHeader("X-Content-Type-Options", "sniff")
        .end();
  }

  private static void openapi(HttpServerRequest request) {
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .end(
            """
            {"openapi":"3.1.0","info":{"title":"Stand-in"},
             "paths":{"/api/registry/v1/residents":{"get":{"operationId":"find"}},
                      "/api/medical/v1/visits":{"get":{"operationId":"find"}},
                      "/api/coordination/v1/settlements":{"get":{"operationId":"find"}}}}
            """);
  }
}
