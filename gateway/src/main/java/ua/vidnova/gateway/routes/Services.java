package ua.vidnova.gateway.routes;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The services that the gateway forwards to. */
@ApplicationScoped
public class Services {

  private static final String PREFIX = "/api/";

  private final Map<String, Service> byName = new TreeMap<>();

  Services(RoutesConfig config, Vertx vertx) {
    config.byName().forEach((name, target) -> byName.put(name, new Service(name, target, vertx)));
  }

  /** The service that a path belongs to; it begins with {@code /api/<name>/}. */
  public Optional<Service> ofPath(String path) {
    var end = path.indexOf('/', PREFIX.length());
    return path.startsWith(PREFIX) && end > 0
        ? Optional.ofNullable(byName.get(path.substring(PREFIX.length(), end)))
        : Optional.empty();
  }

  public Collection<Service> all() {
    return byName.values();
  }
}
