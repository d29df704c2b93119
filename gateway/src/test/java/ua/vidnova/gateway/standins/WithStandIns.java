package ua.vidnova.gateway.standins;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Puts stand-ins around the gateway: Keycloak, and one server that plays registry, medical and
 * coordination. Payments is down.
 */
public final class WithStandIns implements QuarkusTestResourceLifecycleManager {

  private Vertx vertx;

  @Override
  public Map<String, String> start() {
    vertx = Vertx.vertx();
    var service = new ServiceStandIn(vertx).start();
    return Map.of(
        "vidnova.ingress.client-certificate-header",
        "X-Test-Ingress-Certificate",
        "quarkus.http.test-port",
        "0",
        "quarkus.oidc.auth-server-url",
        new KeycloakStandIn().start(vertx, 0),
        "vidnova.routes.registry.url",
        service,
        "vidnova.routes.coordination.url",
        service,
        "vidnova.routes.medical.url",
        service,
        "vidnova.routes.medical.answer-timeout",
        "1S",
        "vidnova.routes.medical.body-max",
        "1M",
        "vidnova.routes.payments.url",
        "http://localhost:" + freePort(),
        "vidnova.limits.anonymous.burst",
        "10000");
  }

  /** A port that nobody listens to. */
  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
