package ua.vidnova.chassis.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Describes the header {@code Idempotency-Key} of every operation that is {@link Idempotent}, so
 * that no resource has to. Runs before the errors get their content.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class DocumentedIdempotency implements OASFilter {

  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
  private static final String VERBS = "jakarta.ws.rs.";

  private final IndexView index;

  public DocumentedIdempotency(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    index.getAnnotations(Idempotent.class).stream()
        .flatMap(annotation -> methods(annotation.target()))
        .forEach(method -> find(api, method).ifPresent(DocumentedIdempotency::describe));
  }

  private static Stream<MethodInfo> methods(AnnotationTarget target) {
    return target.kind() == AnnotationTarget.Kind.METHOD
        ? Stream.of(target.asMethod())
        : target.asClass().methods().stream();
  }

  private static Optional<Operation> find(OpenAPI api, MethodInfo method) {
    var path = Optional.ofNullable(api.getPaths().getPathItem(path(method)));
    return Stream.of(HttpMethod.values())
        .filter(verb -> method.hasAnnotation(DotName.createSimple(VERBS + verb.name())))
        .findFirst()
        .flatMap(verb -> path.map(item -> item.getOperations().get(verb)));
  }

  private static String path(MethodInfo method) {
    var root = ConfigProvider.getConfig().getOptionalValue("quarkus.rest.path", String.class);
    return Stream.of(root.orElse(""), path(method.declaringClass()), ownPath(method))
        .flatMap(part -> Stream.of(part.split("/")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String path(ClassInfo resource) {
    var path = resource.declaredAnnotation(PATH);
    return path == null ? "" : path.value().asString();
  }

  private static String ownPath(MethodInfo method) {
    var path = method.annotation(PATH);
    return path == null ? "" : path.value().asString();
  }

  private static void describe(Operation operation) {
    var known =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .anyMatch(parameter -> IdempotentInterceptor.HEADER.equals(parameter.getName()));
    if (!known) {
      operation.addParameter(header());
    }
    explain(operation, "409", "idempotency-key-in-use: the first request still runs; repeat later");
    explain(operation, "422", "idempotency-key-reused: another request had this key");
  }

  private static Parameter header() {
    return OASFactory.createParameter()
        .in(Parameter.In.HEADER)
        .name(IdempotentInterceptor.HEADER)
        .description(
            "Yours for this one command: the same key and body get the first answer again, for a"
                + " week, and change nothing.")
        .example("0b0e7c1e-3f0a-4c58-9f4e-5f1d3f0a7c11")
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(IdempotentInterceptor.KEY_LENGTH_MAX));
  }

  private static void explain(Operation operation, String status, String text) {
    var known = operation.getResponses().getAPIResponse(status);
    if (known == null) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(text));
    } else {
      known.setDescription(
          known.getDescription() == null ? text : known.getDescription() + "; " + text);
    }
  }
}
