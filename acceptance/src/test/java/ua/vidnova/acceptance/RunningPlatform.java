package ua.vidnova.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.process.Server;

/** Starts the platform for the first test that asks for it; all others share it. */
final class RunningPlatform implements ParameterResolver {
  private static final Path LOGS = Path.of("target", "platform-logs");

  /** Stopped by JUnit after the last test; its logs stay where the build can show them. */
  private record Running(Platform platform, Gateway gateway) implements AutoCloseable {

    static Running start() {
      Platform platform = Platform.forTests();
      Instant began = Instant.now();
      platform.start();
      System.out.printf(
          "The platform is ready after %d s%n", Duration.between(began, Instant.now()).toSeconds());
      return new Running(platform, new Gateway(platform.gatewayUrl(), platform.tokens()::token));
    }

    @Override
    public void close() throws IOException {
      platform.close();
      Files.createDirectories(LOGS);
      for (Server part : platform.parts()) {
        Path kept = LOGS.resolve(part.log().getFileName());
        Files.copy(part.log(), kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Platform.class || type == Gateway.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(RunningPlatform.class))
            .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    return parameter.getParameter().getType() == Platform.class
        ? running.platform()
        : running.gateway();
  }
}
