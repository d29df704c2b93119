package ua.vidnova.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.events.EventCatalogue;

/** Every word of the glossary stands where the glossary says that it stands. */
class GlossaryTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private record Row(String term, String ukrainian, String meaning, String inCode) {}

  @Test
  void each_term_is_there_once_with_its_ukrainian_and_its_meaning() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(50).extracting(Row::term).doesNotHaveDuplicates();
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.ukrainian()).as(row.term()).matches(".*\\p{IsCyrillic}.*");
              assertThat(row.meaning()).as(row.term()).isNotBlank();
            });
  }

  @Test
  void each_name_in_code_exists() throws IOException {
    for (Row row : rows()) {
      List<String> names =
          QUOTED.matcher(row.inCode()).results().map(found -> found.group(1)).toList();
      assertThat(names.isEmpty()).as(row.term()).isEqualTo(row.inCode().equals("—"));
      for (String name : names) {
        assertThat(exists(name)).as("%s: %s", row.term(), name).isTrue();
      }
    }
  }

  private static boolean exists(String name) throws IOException {
    if (!name.contains(".")) {
      return EventCatalogue.platform().types().stream()
          .anyMatch(type -> type.shortName().startsWith(name + "."));
    }
    String[] parts = name.split("#", 2);
    String path = "src/main/java/ua/vidnova/" + parts[0].replace('.', '/');
    for (Path module : modules()) {
      Path source = module.resolve(path + ".java");
      if (Files.isDirectory(module.resolve(path))
          || (Files.exists(source)
              && (parts.length == 1 || Files.readString(source).contains(parts[1])))) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(REPOSITORY)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
    }
  }

  private static List<Row> rows() throws IOException {
    var row = Pattern.compile("\\| (?!Term |\\*\\*)(.+) \\| (.+) \\| (.+) \\| (.+) \\|");
    return Files.readAllLines(REPOSITORY.resolve("docs/glossary.md")).stream()
        .flatMap(line -> row.matcher(line).results())
        .map(GlossaryTest::row)
        .toList();
  }

  private static Row row(MatchResult cells) {
    return new Row(cells.group(1), cells.group(2), cells.group(3), cells.group(4));
  }
}
