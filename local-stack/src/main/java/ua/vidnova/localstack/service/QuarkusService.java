package ua.vidnova.localstack.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Java;
import ua.vidnova.localstack.process.Port;
import ua.vidnova.localstack.process.ProjectRoot;
import ua.vidnova.localstack.process.Server;
import ua.vidnova.localstack.process.Web;

/** A service of the platform or the gateway; ready when its health check says so. */
public final class QuarkusService extends Server {
  private final Port port;
  private final Port management;
  private final String module;
  private final Supplier<Map<String, String>> settings;
  private final List<String> java;

  /**
   * A service that starts quickly.
   *
   * @param module the Maven module that builds it
   * @param management where it answers for its health; may be the same port
   * @param settings environment variables, asked for at each start
   */
  public QuarkusService(
      Home home,
      String name,
      String module,
      Port port,
      Port management,
      Supplier<Map<String, String>> settings) {
    this(home, name, module, port, management, settings, Java.QUICK_START);
  }

  private QuarkusService(
      Home home,
      String name,
      String module,
      Port port,
      Port management,
      Supplier<Map<String, String>> settings,
      List<String> java) {
    super(home, name);
    this.java = java;
    this.module = module;
    this.port = port;
    this.management = management;
    this.settings = settings;
  }

  /** The same service compiled to its best, as in production: for measuring. */
  public QuarkusService atPeakSpeed() {
    return new QuarkusService(home(), name(), module, port, management, settings, Java.PEAK_SPEED);
  }

  @Override
  public String address() {
    return "http://localhost:" + port.number();
  }

  @Override
  public List<Port> ports() {
    return Stream.of(port, management).distinct().toList();
  }

  @Override
  public boolean isReady() {
    return Web.isOk("http://localhost:" + management.number() + "/q/health/ready");
  }

  /** Keycloak's first start on an empty database holds back whoever verifies its tokens. */
  @Override
  protected Duration readyWithin() {
    return Duration.ofSeconds(200);
  }

  /** Requests under way are finished first. */
  @Override
  protected Duration stopsWithin() {
    return Duration.ofSeconds(40);
  }

  @Override
  protected Launch prepare() {
    Path jar = ProjectRoot.get().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new IllegalStateException(jar + " is missing; build " + module + " first");
    }
    Stream<String> command =
        Stream.of(
                List.of(Java.program()),
                java,
                List.of("-Xms32m", "-Xmx" + heapMib() + "m", "-Dvidnova.home=" + home().folder()),
                List.of("-jar", jar.toString()))
            .flatMap(List::stream);
    return new Launch(command.toList(), environment(), home().folder());
  }

  /** Its settings; two arenas keep what the compiler once needed from staying resident. */
  private Map<String, String> environment() {
    var environment = new HashMap<>(settings.get());
    environment.put("MALLOC_ARENA_MAX", "2");
    return environment;
  }

  /** FHIR's definitions need room, and the registry's registrations that wait for a processor. */
  private int heapMib() {
    return switch (name()) {
      case "medical" -> 288;
      case "registry" -> 192;
      default -> 128;
    };
  }
}
