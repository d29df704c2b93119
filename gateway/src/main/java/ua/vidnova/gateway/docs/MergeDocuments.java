package ua.vidnova.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Makes one OpenAPI document of several. Paths stay as they are; what services name by themselves
 * (components, operations, tags) gets the service's name in front, so that no two collide.
 */
final class MergeDocuments {

  private static final String REFERENCE = "#/components/";
  private static final String SECURITY_SCHEMES = "securitySchemes";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonObject paths = new JsonObject();
  private final JsonObject components = new JsonObject();
  private final JsonArray tags = new JsonArray();

  private MergeDocuments() {}

  /**
   * @param unavailable services whose documents could not be had; the description names them
   */
  static JsonObject merge(
      String version, List<ServiceDocument> documents, Collection<String> unavailable) {
    var merge = new MergeDocuments();
    documents.forEach(merge::add);
    merge.components.put(SECURITY_SCHEMES, securitySchemes());
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("info", info(version, unavailable))
        .put("security", security(new JsonArray()))
        .put("tags", merge.tags)
        .put("paths", merge.paths)
        .put("components", merge.components);
  }

  private void add(ServiceDocument document) {
    var service = document.service();
    var own = document.openapi();
    var info = object(own, "info");
    tags.add(
        new JsonObject()
            .put("name", service)
            .put("description", info.getString("description", info.getString("title", ""))));
    object(own, "paths")
        .forEach(
            path -> {
              if (path.getKey().startsWith("/api/" + service + "/")) {
                paths.put(path.getKey(), pathItem(service, (JsonObject) path.getValue()));
              }
            });
    object(own, "components")
        .forEach(section -> addSection(service, section.getKey(), section.getValue()));
  }

  private void addSection(String service, String name, Object content) {
    if (name.equals(SECURITY_SCHEMES) || !(content instanceof JsonObject entries)) {
      return;
    }
    var section = object(components, name);
    entries.forEach(
        entry -> section.put(service + "." + entry.getKey(), renamed(service, entry.getValue())));
    components.put(name, section);
  }

  private static JsonObject object(JsonObject parent, String name) {
    var child = parent.getJsonObject(name);
    return child == null ? new JsonObject() : child;
  }

  private static JsonObject pathItem(String service, JsonObject item) {
    var result = (JsonObject) renamed(service, item);
    METHODS.stream()
        .filter(result::containsKey)
        .map(result::getJsonObject)
        .forEach(operation -> adapt(service, operation));
    return result;
  }

  private static void adapt(String service, JsonObject operation) {
    operation.put("tags", new JsonArray().add(service));
    if (operation.containsKey("operationId")) {
      operation.put("operationId", service + "." + operation.getString("operationId"));
    }
    if (operation.getValue("security") instanceof JsonArray requirements
        && !requirements.isEmpty()) {
      operation.put("security", security(scopesOf(requirements)));
    }
  }

  private static JsonArray scopesOf(JsonArray requirements) {
    var scopes = new JsonArray();
    requirements.stream()
        .flatMap(requirement -> ((JsonObject) requirement).stream())
        .flatMap(scheme -> ((JsonArray) scheme.getValue()).stream())
        .distinct()
        .forEach(scopes::add);
    return scopes;
  }

  /** A deep copy in which every reference to a component has the service's name in front. */
  private static Object renamed(String service, Object value) {
    return switch (value) {
      case JsonObject object -> {
        var copy = new JsonObject();
        object.forEach(entry -> copy.put(entry.getKey(), renamed(service, entry.getValue())));
        yield copy;
      }
      case JsonArray array -> {
        var copy = new JsonArray();
        array.forEach(element -> copy.add(renamed(service, element)));
        yield copy;
      }
      case String text when text.startsWith(REFERENCE) -> renamedReference(service, text);
      case null -> null;
      default -> value;
    };
  }

  private static String renamedReference(String service, String reference) {
    var name = reference.indexOf('/', REFERENCE.length()) + 1;
    return name == 0
        ? reference
        : reference.substring(0, name) + service + "." + reference.substring(name);
  }

  private static JsonObject info(String version, Collection<String> unavailable) {
    var description =
        """
        All that Vidnova offers to programs. Partners send a bearer token. Staff who are signed in \
        here try calls out with their session.""";
    if (!unavailable.isEmpty()) {
      description +=
          "\n\n**Not answering just now, so missing below: "
              + String.join(", ", unavailable)
              + ".**";
    }
    return new JsonObject()
        .put("title", "Vidnova")
        .put("version", version)
        .put("description", description);
  }

  private static JsonArray security(JsonArray scopes) {
    return new JsonArray()
        .add(new JsonObject().put("bearer", scopes))
        .add(new JsonObject().put("session", scopes));
  }

  private static JsonObject securitySchemes() {
    return new JsonObject()
        .put(
            "bearer",
            new JsonObject()
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "Access token of the realm, audience vidnova."))
        .put(
            "session",
            new JsonObject()
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "q_session")
                .put(
                    "description",
                    "A browser signed in at /sign-in. To change things, it also sends"
                        + " X-Vidnova-Request: 1."));
  }
}
