package ua.vidnova.gateway.docs;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ua.vidnova.gateway.Recent;
import ua.vidnova.gateway.routes.Service;
import ua.vidnova.gateway.routes.Services;

/** Serves one OpenAPI document of all services. A service that is down is named in it. */
@ApplicationScoped
public class ApiDocument implements Handler<RoutingContext> {

  private static final Duration LIFETIME = Duration.ofSeconds(15);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
  private static final String SOURCE = "/q/openapi?format=json";

  private final Services services;
  private final Vertx vertx;
  private final String version;
  private final Recent<Buffer> document = new Recent<>(LIFETIME, this::collect);

  ApiDocument(
      Services services,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.services = services;
    this.vertx = vertx;
    this.version = version;
  }

  @Override
  public void handle(RoutingContext context) {
    document
        .get()
        .onSuccess(
            merged ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .end(merged))
        .onFailure(context::fail);
  }

  private Future<Buffer> collect() {
    Map<String, Future<Buffer>> sources = new TreeMap<>();
    for (Service service : services.all()) {
      sources.put(service.name(), service.read(SOURCE, ANSWER_TIMEOUT));
    }
    return Future.join(List.copyOf(sources.values()))
        .otherwiseEmpty()
        .compose(done -> vertx.executeBlocking(() -> merge(sources), false));
  }

  private Buffer merge(Map<String, Future<Buffer>> sources) {
    var documents = new ArrayList<ServiceDocument>();
    var unavailable = new ArrayList<String>();
    sources.forEach(
        (service, source) -> {
          if (source.succeeded()) {
            documents.add(new ServiceDocument(service, source.result().toJsonObject()));
          } else {
            unavailable.add(service);
          }
        });
    return MergeDocuments.merge(version, documents, unavailable).toBuffer();
  }
}
