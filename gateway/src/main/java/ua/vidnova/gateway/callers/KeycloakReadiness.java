package ua.vidnova.gateway.callers;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import ua.vidnova.gateway.Recent;

/**
 * Reports whether Keycloak answers. Ready in either case: a gateway without Keycloak still serves
 * whoever holds a token that it can verify, and finds Keycloak by itself as soon as it is back.
 */
@Readiness
@ApplicationScoped
class KeycloakReadiness implements AsyncHealthCheck {

  private static final Duration LIFETIME = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);

  private final HttpClient client;
  private final String discovery;
  private final Recent<Boolean> answers = new Recent<>(LIFETIME, this::ask);

  KeycloakReadiness(
      Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
    this.client = vertx.createHttpClient();
    this.discovery = realm + "/.well-known/openid-configuration";
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .completionStage(() -> answers.get().toCompletionStage())
        .map(
            answers ->
                HealthCheckResponse.named("keycloak").up().withData("answers", answers).build());
  }

  private Future<Boolean> ask() {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.HEAD)
            .setAbsoluteURI(discovery)
            .setTimeout(ANSWER_TIMEOUT.toMillis());
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .map(response -> response.statusCode() < 500)
        .otherwise(false);
  }
}
