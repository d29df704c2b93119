package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one platform: its data, logs, secrets and records of running processes. Two
 * platforms may run side by side when each has its own home and its own ports.
 */
public record Home(Path folder) {

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** {@code VIDNOVA_HOME}, or else {@code .vidnova} in the checkout. */
  public static Home ofUser() {
    String named = System.getenv("VIDNOVA_HOME");
    return new Home(
        named == null || named.isBlank() ? ProjectRoot.get().resolve(".vidnova") : Path.of(named));
  }

  /** What the server {@code name} keeps over restarts. */
  public Path data(String name) {
    return folder.resolve("data").resolve(name);
  }

  public Path log(String name) {
    return folder.resolve("logs").resolve(name + ".log");
  }

  Path record(String name) {
    return runFolder().resolve(name + ".pid");
  }

  public Path runFolder() {
    return folder.resolve("run");
  }

  public Secrets secrets() {
    return new Secrets(folder.resolve("secrets"));
  }

  /** Names of the servers that were started here and not stopped, be they alive or not. */
  public List<String> recorded() {
    if (!Files.isDirectory(runFolder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(runFolder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".pid"))
          .map(file -> file.substring(0, file.length() - ".pid".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
