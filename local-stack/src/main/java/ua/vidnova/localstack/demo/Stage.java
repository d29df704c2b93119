package ua.vidnova.localstack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * What every chapter of the demo works with.
 *
 * @param random makes what partners number by themselves
 * @param folder where files that were fetched are laid down, so that a person can look at them
 */
record Stage(
    Story story, Gateway gateway, InventedPeople people, RandomGenerator random, Path folder) {
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  static LocalDate today() {
    return LocalDate.now(KYIV);
  }

  static Instant startOfToday() {
    return today().atStartOfDay(KYIV).toInstant();
  }

  static YearMonth thisMonth() {
    return YearMonth.now(KYIV);
  }

  Gateway.Caller as(String name) {
    return gateway.as(name);
  }

  /** Lays a file down in place of the one of an earlier run; returns where. */
  String save(String name, byte[] content) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
