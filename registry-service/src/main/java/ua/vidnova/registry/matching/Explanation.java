package ua.vidnova.registry.matching;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** Turns a comparison into sentences that a registrar can read, from sentences.csv. */
public final class Explanation {

  /** One sentence in both languages, with its bits at the end. */
  @Schema(name = "MatchSentence")
  public record Sentence(
      @Schema(examples = "Ім’я: Алексей = Олексій (російське написання) +5.3") String uk,
      @Schema(examples = "Given name: Алексей = Олексій (Russian spelling) +5.3") String en) {}

  private static final String TABLE = "/matching/sentences.csv";
  private static final Pattern VALUES = Pattern.compile("\\{a}.*\\{b} \\((.*)\\)");
  private static final Map<Feature, Map<Agreement, Sentence>> TEMPLATES = readTemplates();

  private Explanation() {}

  /** With the values of both records, for someone who may see both. */
  public static List<Sentence> of(MatchProfile a, MatchProfile b, Comparison comparison) {
    return sentences(
        comparison,
        weight ->
            template -> {
              var one = value(weight.feature(), a);
              var other = value(weight.feature(), b);
              return template.replace("{a}", one).replace("{b}", other);
            });
  }

  /** Without a single value, for someone who may not see one of the records. */
  public static List<Sentence> withoutValues(Comparison comparison) {
    return sentences(comparison, weight -> template -> VALUES.matcher(template).replaceFirst("$1"));
  }

  private interface Filling {
    UnaryOperator<String> of(FeatureWeight weight);
  }

  private static List<Sentence> sentences(Comparison comparison, Filling filling) {
    return comparison.features().stream()
        .map(
            weight -> {
              var template =
                  TEMPLATES.get(weight.feature()).get(Agreement.valueOf(weight.agreement()));
              var bits = " " + signed(weight.bits());
              var filled = filling.of(weight);
              return new Sentence(
                  filled.apply(template.uk()) + bits, filled.apply(template.en()) + bits);
            })
        .toList();
  }

  private static String signed(double bits) {
    var rounded = Math.round(bits * 10) / 10.0;
    return String.format(Locale.ROOT, "%+.1f", rounded == 0 ? 0.0 : rounded).replace('-', '−');
  }

  private static String value(Feature feature, MatchProfile of) {
    var value =
        switch (feature) {
          case FAMILY_NAME -> of.name().family();
          case GIVEN_NAME -> of.name().given();
          case PATRONYMIC -> of.name().patronymic();
          case BIRTH_DATE -> date(of.birthDate());
          case SETTLEMENT -> settlement(of.settlement());
          case SEX, RNOKPP, DOCUMENT, PHONE, RIVAL -> null;
        };
    return value == null ? "—" : value;
  }

  private static String date(PartialDate date) {
    if (date.month() == null) {
      return Integer.toString(date.year());
    }
    return date.isWhole()
        ? "%02d.%02d.%d".formatted(date.day(), date.month(), date.year())
        : "%02d.%d".formatted(date.month(), date.year());
  }

  private static String settlement(String code) {
    return Territories.ukraine().find(code).map(Territory::nameUk).orElse(code);
  }

  private static Map<Feature, Map<Agreement, Sentence>> readTemplates() {
    var templates = new EnumMap<Feature, Map<Agreement, Sentence>>(Feature.class);
    try (var reader =
            new InputStreamReader(
                Explanation.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8);
        var rows =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      for (var row : rows) {
        templates
            .computeIfAbsent(
                Feature.valueOf(row.get("feature")), feature -> new EnumMap<>(Agreement.class))
            .put(
                Agreement.valueOf(row.get("agreement")),
                new Sentence(row.get("uk"), row.get("en")));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return templates;
  }
}
