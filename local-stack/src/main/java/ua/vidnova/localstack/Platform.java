package ua.vidnova.localstack;

import static ua.vidnova.localstack.Ports.Use.COORDINATION;
import static ua.vidnova.localstack.Ports.Use.GATEWAY;
import static ua.vidnova.localstack.Ports.Use.GATEWAY_MANAGEMENT;
import static ua.vidnova.localstack.Ports.Use.KAFKA;
import static ua.vidnova.localstack.Ports.Use.KAFKA_CONTROLLER;
import static ua.vidnova.localstack.Ports.Use.KEYCLOAK;
import static ua.vidnova.localstack.Ports.Use.MEDICAL;
import static ua.vidnova.localstack.Ports.Use.PAYMENTS;
import static ua.vidnova.localstack.Ports.Use.POSTGRES;
import static ua.vidnova.localstack.Ports.Use.REGISTRY;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ua.vidnova.localstack.kafka.KafkaBroker;
import ua.vidnova.localstack.kafka.Topic;
import ua.vidnova.localstack.keycloak.KeycloakServer;
import ua.vidnova.localstack.keycloak.LocalTokens;
import ua.vidnova.localstack.keycloak.PartnerKey;
import ua.vidnova.localstack.postgres.Database;
import ua.vidnova.localstack.postgres.PostgresServer;
import ua.vidnova.localstack.postgres.PostgresServer.Durability;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Server;
import ua.vidnova.localstack.process.TestHome;
import ua.vidnova.localstack.service.QuarkusService;

/**
 * The whole platform on this machine: PostgreSQL, Kafka, Keycloak, the services and the gateway,
 * each a process of its own. Parts are named {@code postgres}, {@code kafka}, {@code keycloak},
 * {@code registry}, {@code payments}, {@code medical}, {@code coordination}, {@code gateway}.
 */
public final class Platform implements AutoCloseable {
  /** Services start beside Keycloak. Those that waited in vain find it with their first request. */
  private static final String KEYCLOAK_PATIENCE = "60S";

  private final Home home;
  private final Ports ports;
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final KeycloakServer keycloak;
  private final Map<String, Server> parts = new LinkedHashMap<>();

  public Platform(Home home, Ports ports, Durability durability) {
    this.home = home;
    this.ports = ports;
    postgres = new PostgresServer(home, ports.get(POSTGRES), durability);
    kafka =
        new KafkaBroker(home, ports.get(KAFKA), ports.get(KAFKA_CONTROLLER), Topic.fromContracts());
    keycloak = new KeycloakServer(home, ports.get(KEYCLOAK), postgres, url(GATEWAY));
    for (Server part :
        List.of(
            postgres,
            kafka,
            keycloak,
            service("registry", REGISTRY),
            service("payments", PAYMENTS),
            service("medical", MEDICAL),
            service("coordination", COORDINATION),
            new QuarkusService(
                home,
                "gateway",
                "gateway",
                ports.get(GATEWAY),
                ports.get(GATEWAY_MANAGEMENT),
                this::gatewaySettings))) {
      parts.put(part.name(), part);
    }
  }

  /** A platform of its own on free ports, which ends with this JVM; not started yet. */
  public static Platform forTests() {
    return new Platform(TestHome.create(), Ports.free(), Durability.NO_FSYNC);
  }

  /**
   * Starts the named parts, or all if none is named, and waits until they are ready.
   *
   * @throws RuntimeException if a part cannot be started; then none of the named is left running
   */
  public void start(String... names) {
    start(names.length == 0 ? parts.keySet() : List.of(names), (part, took) -> {});
  }

  void start(Collection<String> names, Startup.Progress progress) {
    Set<Server> named = names.stream().map(this::part).collect(Collectors.toSet());
    List<Server> inOrder = parts.values().stream().filter(named::contains).toList();
    try (Startup startup = new Startup(inOrder, progress)) {
      startup.run();
    }
  }

  public void stop(String name) {
    part(name).stop();
  }

  /** Ends one part by SIGKILL. */
  public void kill(String name) {
    part(name).kill();
  }

  public void restart(String name) {
    part(name).restart();
  }

  /** Ends what runs, the last started first. */
  public void stop() {
    List.copyOf(parts.values()).reversed().forEach(Server::stop);
  }

  @Override
  public void close() {
    stop();
  }

  public Collection<Server> parts() {
    return List.copyOf(parts.values());
  }

  /**
   * One part by its name.
   *
   * @throws IllegalArgumentException if no part is called that
   */
  public Server part(String name) {
    Server part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException(
          "No part is called " + name + ". There are: " + String.join(", ", parts.keySet()));
    }
    return part;
  }

  public Home home() {
    return home;
  }

  public Ports ports() {
    return ports;
  }

  /** The only door that users and partners come through. */
  public String gatewayUrl() {
    return url(GATEWAY);
  }

  public LocalTokens tokens() {
    return keycloak.tokens();
  }

  /** The key pair of a sample partner, as the partner has it. */
  public PartnerKey keyOf(String partner) {
    return keycloak.keyOf(partner);
  }

  /** The database of a service, for tests that count what is really stored. */
  public Database database(String service) {
    return postgres.database(service);
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  private QuarkusService service(String name, Ports.Use port) {
    return new QuarkusService(
        home,
        name,
        name + "-service",
        ports.get(port),
        ports.get(port),
        () -> serviceSettings(name, port));
  }

  private Map<String, String> serviceSettings(String name, Ports.Use port) {
    Database database = postgres.createDatabase(name);
    Map<String, String> settings = commonSettings(port);
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    if (port == REGISTRY) {
      settings.put("VIDNOVA_CASES_PUBLIC_URL", gatewayUrl());
    }
    if (port == PAYMENTS) {
      settings.put("VIDNOVA_WEBHOOKS_KEY", home.secrets().get("webhooks"));
      settings.put("VIDNOVA_WEBHOOKS_LOCAL_ADDRESSES_ALLOWED", "true");
    }
    return settings;
  }

  private Map<String, String> gatewaySettings() {
    Map<String, String> settings = commonSettings(GATEWAY);
    settings.put("QUARKUS_MANAGEMENT_HOST", "localhost");
    settings.put("QUARKUS_MANAGEMENT_PORT", "" + ports.get(GATEWAY_MANAGEMENT).number());
    settings.put("QUARKUS_OIDC_BEARER_CONNECTION_DELAY", KEYCLOAK_PATIENCE);
    settings.put("QUARKUS_OIDC_DPOP_CONNECTION_DELAY", KEYCLOAK_PATIENCE);
    settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", LocalTokens.secretOf("gateway"));
    settings.put(
        "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", home.secrets().get("session"));
    for (Ports.Use service : List.of(REGISTRY, PAYMENTS, MEDICAL, COORDINATION)) {
      settings.put("VIDNOVA_ROUTES_" + service + "_URL", url(service));
    }
    return settings;
  }

  private Map<String, String> commonSettings(Ports.Use port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("QUARKUS_HTTP_HOST", "localhost");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.get(port).number()));
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl());
    settings.put("QUARKUS_OIDC_CONNECTION_DELAY", KEYCLOAK_PATIENCE);
    return settings;
  }

  private String url(Ports.Use use) {
    return "http://localhost:" + ports.get(use).number();
  }
}
