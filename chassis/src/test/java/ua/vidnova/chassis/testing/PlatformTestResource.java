package ua.vidnova.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Points the application under test at the test platform and at a database of its own. */
public class PlatformTestResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    var kafka =
        CompletableFuture.supplyAsync(TestPlatform::bootstrapServers, Thread.ofPlatform()::start);
    var database = TestPlatform.newDatabase();
    var settings = new HashMap<String, String>();
    settings.put("quarkus.datasource.jdbc.url", database.url());
    settings.put("quarkus.datasource.username", database.user());
    settings.put("quarkus.datasource.password", database.password());
    settings.put("kafka.bootstrap.servers", kafka.join());
    settings.put("quarkus.oidc.public-key", TestTokens.publicKey());
    settings.put("quarkus.oidc.dpop.public-key", TestTokens.publicKey());
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  @Override
  public void stop() {
    // PostgreSQL and Kafka serve all tests of this JVM; its exit stops them.
  }
}
