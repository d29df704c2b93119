package ua.vidnova.registry.purpose;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The purposes for which personal data may be asked, from {@code rules/purposes.csv}. */
@Singleton
public class Purposes {

  private static final String TABLE = "/rules/purposes.csv";
  private static final int COLUMNS = 4;

  private record Purpose(String code, List<String> roles, List<String> defaultOf) {}

  private final List<Purpose> purposes;

  public Purposes() {
    try (var file =
        new BufferedReader(
            new InputStreamReader(
                Purposes.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      purposes = file.lines().skip(1).map(Purposes::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Purpose read(String line) {
    var columns = line.split(",", COLUMNS);
    return new Purpose(columns[0], words(columns[2]), words(columns[3]));
  }

  private static List<String> words(String column) {
    return column.isBlank() ? List.of() : List.of(column.strip().split(" "));
  }

  /** All codes. */
  public Set<String> codes() {
    return purposes.stream().map(Purpose::code).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether somebody with these roles may ask for that. */
  public boolean isOpenTo(Collection<String> roles, String code) {
    return purposes.stream()
        .filter(purpose -> purpose.code().equals(code))
        .anyMatch(purpose -> purpose.roles().stream().anyMatch(roles::contains));
  }

  /** What somebody with these roles asks for when they do not say; the table's first that fits. */
  public Optional<String> usualOf(Collection<String> roles) {
    return purposes.stream()
        .filter(purpose -> purpose.defaultOf().stream().anyMatch(roles::contains))
        .map(Purpose::code)
        .findFirst();
  }
}
