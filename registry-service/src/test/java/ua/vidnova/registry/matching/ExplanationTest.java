package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.registry.matching.Profiles.born;
import static ua.vidnova.registry.matching.Profiles.livingIn;
import static ua.vidnova.registry.matching.Profiles.man;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private final Matcher matcher = Matcher.withShippedWeights();
  private final MatchProfile paper =
      livingIn(man("Вигаданенко", "Алексей", "Николаевич", "1951-04-17"), "UA-unknown");
  private final MatchProfile fund =
      born(
          man("Вигаданенко", "Олексій", "Миколайович", "1951-04-17"),
          new PartialDate(1951, null, null));

  @Test
  void a_registrar_reads_what_agrees_and_how_much_it_counts() {
    var sentences = Explanation.of(paper, fund, matcher.compare(paper, fund));
    assertThat(sentences)
        .extracting(Explanation.Sentence::uk)
        .anyMatch(s -> s.matches("Прізвище однакове \\+\\d+\\.\\d"))
        .anyMatch(s -> s.matches("Ім’я: Алексей = Олексій \\(російське написання\\) \\+\\d\\.\\d"))
        .anyMatch(s -> s.startsWith("По батькові: Николаевич = Миколайович (російське"))
        .anyMatch(s -> s.startsWith("Дата народження: 17.04.1951 – 1951 (рік однаковий"))
        .anyMatch(s -> s.matches("Населений пункт: UA-unknown ≠ Алчевськ \\(різний\\) −\\d\\.\\d"));
    assertThat(sentences)
        .extracting(Explanation.Sentence::en)
        .anyMatch(s -> s.startsWith("Given name: Алексей = Олексій (Russian spelling) +"));
  }

  @Test
  void without_the_right_to_see_values_there_are_none() {
    var sentences = Explanation.withoutValues(matcher.compare(paper, fund)).toString();
    assertThat(sentences)
        .contains("Ім’я: російське написання +", "Given name: Russian spelling +")
        .doesNotContain("{")
        .doesNotContain("Олексій", "Алексей", "Миколайович", "1951", "Алчевськ");
  }

  @Test
  void every_level_of_every_feature_has_its_words() {
    var weights = new ArrayList<FeatureWeight>();
    for (var feature : Feature.values()) {
      for (var level : MatchWeights.shipped().levelsOf(feature)) {
        weights.add(new FeatureWeight(feature, level.name(), 1));
      }
    }
    weights.add(new FeatureWeight(Feature.RIVAL, "RELATIVE", 1));
    weights.add(new FeatureWeight(Feature.RIVAL, "TWIN", 1));
    var comparison = new Comparison(0, Band.REVIEW, weights);
    assertThat(Explanation.of(paper, fund, comparison))
        .hasSameSizeAs(weights)
        .allSatisfy(
            sentence -> {
              assertThat(sentence.uk()).endsWith(" +1.0").doesNotContain("{");
              assertThat(sentence.en()).endsWith(" +1.0").doesNotContain("{");
            });
  }
}
