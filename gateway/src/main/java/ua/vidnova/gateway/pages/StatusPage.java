package ua.vidnova.gateway.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ua.vidnova.gateway.Recent;
import ua.vidnova.gateway.routes.Service;
import ua.vidnova.gateway.routes.Services;

/** Says which services are ready to work. */
@ApplicationScoped
public class StatusPage implements Handler<RoutingContext> {

  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private static final Map<String, String> WORDS =
      Map.of(
          "registry", "Реєстр мешканців",
          "payments", "Виплати",
          "medical", "Медична допомога",
          "coordination", "Координація");

  /**
   * @param title the service in Ukrainian
   */
  record Line(String title, String name, boolean ready) {}

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance status(List<Line> lines);
  }

  private final Services services;
  private final Recent<List<Line>> lines = new Recent<>(LIFETIME, this::ask);

  StatusPage(Services services) {
    this.services = services;
  }

  @Override
  public void handle(RoutingContext context) {
    lines
        .get()
        .onSuccess(now -> Pages.show(context, 200, () -> Templates.status(now)))
        .onFailure(context::fail);
  }

  private Future<List<Line>> ask() {
    return Future.all(services.all().stream().map(StatusPage::line).toList())
        .map(answers -> answers.<Line>list());
  }

  private static Future<Line> line(Service service) {
    Future<Buffer> answer = service.read("/q/health/ready", ANSWER_TIMEOUT);
    var title = WORDS.getOrDefault(service.name(), service.name());
    return answer
        .map(ready -> new Line(title, service.name(), true))
        .otherwise(new Line(title, service.name(), false));
  }
}
