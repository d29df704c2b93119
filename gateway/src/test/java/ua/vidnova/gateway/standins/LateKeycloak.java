package ua.vidnova.gateway.standins;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** Keycloak is not there when the gateway starts; {@link #startKeycloak} starts it. */
public final class LateKeycloak implements QuarkusTestResourceLifecycleManager {

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.http.test-port",
        "0",
        "quarkus.oidc.auth-server-url",
        "http://localhost:" + WithStandIns.freePort() + "/realms/vidnova",
        "vidnova.routes.registry.url",
        new ServiceStandIn(vertx).start());
  }

  /** Starts it where the gateway looks for it. */
  public static AutoCloseable startKeycloak(int port) {
    var vertx = Vertx.vertx();
    new KeycloakStandIn().start(vertx, port);
    return () -> vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
