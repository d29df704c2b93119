package ua.vidnova.localstack.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import ua.vidnova.localstack.postgres.Database;
import ua.vidnova.localstack.postgres.PostgresServer;
import ua.vidnova.localstack.process.Command;
import ua.vidnova.localstack.process.Distribution;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Java;
import ua.vidnova.localstack.process.Port;
import ua.vidnova.localstack.process.Server;
import ua.vidnova.localstack.process.Web;

/**
 * Keycloak on the loopback address, its data in a database of the given PostgreSQL. The realm is
 * what the files in {@code deploy/realm} say: when they, or the gateway's address in them, have
 * changed since the last start, Keycloak's database is made anew.
 */
public final class KeycloakServer extends Server {
  private static final String DATABASE = "keycloak";

  private final Port port;
  private final PostgresServer postgres;
  private final String gatewayUrl;

  public KeycloakServer(Home home, Port port, PostgresServer postgres, String gatewayUrl) {
    super(home, "keycloak");
    this.port = port;
    this.postgres = postgres;
    this.gatewayUrl = gatewayUrl;
  }

  /** The issuer of the realm's tokens. */
  public String realmUrl() {
    return address() + "/realms/vidnova";
  }

  public LocalTokens tokens() {
    return new LocalTokens(realmUrl(), this::keyOf);
  }

  /** The key pair of a sample partner. */
  public PartnerKey keyOf(String client) {
    return PartnerKey.of(client, home().secrets());
  }

  @Override
  public String address() {
    return "http://localhost:" + port.number();
  }

  @Override
  public List<Port> ports() {
    return List.of(port);
  }

  @Override
  public boolean isReady() {
    return Web.isOk(realmUrl() + "/.well-known/openid-configuration");
  }

  @Override
  protected Duration readyWithin() {
    return Duration.ofMinutes(3);
  }

  @Override
  protected Launch prepare() throws IOException {
    Path programs = programs();
    Path folder = home().data("keycloak");
    Map<String, String> environment = environment();
    importRealm(folder, environment);
    linkPrograms(programs, folder);
    Database database = postgres.createDatabase(DATABASE);
    environment.putAll(
        Map.of(
            "KC_DB_URL",
            database.jdbcUrl(),
            "KC_DB_USERNAME",
            database.username(),
            "KC_DB_PASSWORD",
            database.password(),
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            "admin",
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            LocalTokens.PASSWORD,
            // Else the first sign-in after a restart of PostgreSQL meets a dead connection.
            "QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW",
            "true"));
    return new Launch(
        java(
            programs,
            folder,
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=localhost",
            "--http-port=" + port.number(),
            "--hostname=" + address(),
            "--db-pool-initial-size=1",
            "--db-pool-max-size=20"),
        environment,
        folder);
  }

  /** What the placeholders of the realm file stand for. */
  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("VIDNOVA_GATEWAY_URL", gatewayUrl);
    environment.put("VIDNOVA_GATEWAY_SECRET", LocalTokens.secretOf("gateway"));
    return environment;
  }

  /** Keycloak imports a realm only when it is not there yet. */
  private void importRealm(Path folder, Map<String, String> placeholders) throws IOException {
    byte[] realm = RealmFile.forLocalUse(client -> keyOf(client).jwks());
    Path imported = folder.resolve("data").resolve("import").resolve("vidnova-realm.json");
    Path fingerprint = folder.resolve("realm.sha256");
    String current = sha256(realm, placeholders.toString());
    if (Files.exists(fingerprint) && Files.readString(fingerprint).equals(current)) {
      return;
    }
    Files.createDirectories(imported.getParent());
    Files.deleteIfExists(fingerprint);
    postgres.dropDatabase(DATABASE);
    Files.write(imported, realm);
    Files.writeString(fingerprint, current);
  }

  /** Keycloak looks for what its build has fixed beside its data. */
  private static void linkPrograms(Path programs, Path folder) throws IOException {
    Path link = folder.resolve("lib");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, programs.resolve("lib"));
  }

  private static String sha256(byte[] realm, String placeholders) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(realm);
      return HexFormat.of().formatHex(digest.digest(placeholders.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }

  private static Path programs() throws IOException {
    Path zip = Distribution.archive("keycloak");
    String name = zip.getFileName().toString().replace(".zip", "");
    return Distribution.unpacked(
        name,
        folder -> {
          unzip(zip, folder);
          buildFor(folder, "--db=postgres");
        });
  }

  /** Fixes the options that Keycloak compiles into itself; takes half a minute, once. */
  private static void buildFor(Path folder, String... options) throws IOException {
    String[] arguments =
        Stream.concat(Stream.of("build"), Arrays.stream(options)).toArray(String[]::new);
    Command.run(java(folder, folder, arguments));
  }

  /** What {@code kc.sh} runs, without a shell in between that would swallow signals. */
  private static List<String> java(Path programs, Path folder, String... arguments) {
    Stream<String> java =
        Stream.of(
                List.of(Java.program()),
                Java.QUICK_START,
                List.of(
                    "-Xms64m",
                    "-Xmx384m",
                    "-Dkc.home.dir=" + folder,
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dpicocli.disable.closures=true",
                    "-Dquarkus-log-max-startup-records=10000",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-cp",
                    programs.resolve("lib").resolve("quarkus-run.jar").toString(),
                    "io.quarkus.bootstrap.runner.QuarkusEntryPoint"))
            .flatMap(List::stream);
    return Stream.concat(java, Stream.of(arguments)).toList();
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path inArchive = Path.of(entry.getName());
        if (entry.isDirectory() || inArchive.getNameCount() < 2) {
          continue;
        }
        Path target = folder.resolve(inArchive.subpath(1, inArchive.getNameCount())).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(entry.getName() + " leaves the archive's folder");
        }
        Files.createDirectories(target.getParent());
        Files.copy(entries, target);
      }
    }
  }
}
