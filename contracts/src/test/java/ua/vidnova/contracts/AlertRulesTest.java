package ua.vidnova.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator's alerts ask for metrics that services export, and say what to do at night. */
class AlertRulesTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern COUNTER =
      Pattern.compile("[cC]ounter(?:\\.builder)?\\(\\s*\"(vidnova[.\\w]+)\"");
  private static final Pattern GAUGE =
      Pattern.compile("[gG]auge(?:\\.builder)?\\(\\s*\"(vidnova[.\\w]+)\"");
  private static final Pattern TEXT_OR_LABELS =
      Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\b(?:by|on)\\s*\\([^)]*\\)|\\[[^\\]]*]");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Set<String> WORDS_OF_PROMETHEUS =
      Set.of("max", "min", "sum", "rate", "and", "or", "unless");

  /** Prometheus' own: whether it could ask an instance at all. */
  private static final String UP = "up";

  @Test
  void each_metric_in_an_expression_is_registered_by_some_service() throws IOException {
    Set<String> known = registered();
    known.add(UP);
    for (JsonNode rule : rules()) {
      assertThat(metricsOf(rule)).as(nameOf(rule)).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void each_metric_that_a_service_registers_is_watched() throws IOException {
    Set<String> watched = new TreeSet<>();
    rules().forEach(rule -> watched.addAll(metricsOf(rule)));
    assertThat(watched).containsAll(registered());
  }

  @Test
  void each_rule_says_how_grave_it_is_and_what_to_do() throws IOException {
    assertThat(rules())
        .hasSizeGreaterThan(10)
        .extracting(AlertRulesTest::nameOf)
        .doesNotHaveDuplicates();
    for (JsonNode rule : rules()) {
      String name = nameOf(rule);
      assertThat(name).matches("Vidnova[A-Z][A-Za-z]+");
      assertThat(rule.path("for").asText()).as(name).matches("\\d+[mhd]");
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
      assertThat(rule.at("/annotations/summary").asText()).as(name).matches(".{20,}\\.");
      assertThat(rule.at("/annotations/runbook").asText()).as(name).matches(".{40,}\\.");
    }
  }

  @Test
  void each_alert_is_in_the_operator_s_table() throws IOException {
    String table = Files.readString(REPOSITORY.resolve("deploy/README.md"));
    List<String> told =
        Pattern.compile("(?m)^\\| `(Vidnova\\w+)` \\|")
            .matcher(table)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(told)
        .containsExactlyElementsOf(rules().stream().map(AlertRulesTest::nameOf).toList());
  }

  private static List<JsonNode> rules() throws IOException {
    JsonNode file =
        new YAMLMapper().readTree(REPOSITORY.resolve("deploy/alerts/vidnova.rules.yaml").toFile());
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : file.path("groups")) {
      assertThat(group.path("name").asText()).isNotEmpty();
      group.path("rules").forEach(rules::add);
    }
    return rules;
  }

  private static String nameOf(JsonNode rule) {
    return rule.path("alert").asText();
  }

  private static Set<String> metricsOf(JsonNode rule) {
    String expression = TEXT_OR_LABELS.matcher(rule.path("expr").asText()).replaceAll(" ");
    Set<String> names = new TreeSet<>();
    NAME.matcher(expression).results().forEach(found -> names.add(found.group()));
    names.removeAll(WORDS_OF_PROMETHEUS);
    return names;
  }

  /** As Micrometer names them for Prometheus. */
  private static Set<String> registered() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path source : sources()) {
      String code = Files.readString(source);
      if (code.contains("import io.micrometer.")) {
        COUNTER.matcher(code).results().forEach(m -> names.add(prometheus(m.group(1)) + "_total"));
        GAUGE.matcher(code).results().forEach(m -> names.add(prometheus(m.group(1))));
      }
    }
    assertThat(names).hasSizeGreaterThan(10);
    return names;
  }

  private static String prometheus(String name) {
    return name.replace('.', '_');
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(REPOSITORY)) {
      for (Path module : modules.map(one -> one.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(module)) {
          try (Stream<Path> files = Files.walk(module)) {
            files.filter(one -> one.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }
}
