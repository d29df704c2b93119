package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.matching.spelling.Spelling;
import ua.vidnova.registry.names.PersonName;

/** What holds for whatever people write, sensible or hostile. */
class MatcherPropertiesTest {

  private static final Matcher MATCHER = Matcher.withShippedWeights();

  @Property
  void normalisation_is_idempotent(@ForAll String written) {
    var once = Spelling.normalise(written);
    assertThat(Spelling.normalise(once)).isEqualTo(once);
  }

  @Property(tries = 300)
  void normalisation_of_names_is_idempotent(@ForAll("words") String written) {
    var once = Spelling.normalise(written);
    assertThat(Spelling.normalise(once)).isEqualTo(once);
  }

  @Property(tries = 300)
  void comparison_is_symmetric(@ForAll("people") MatchProfile a, @ForAll("people") MatchProfile b) {
    assertThat(MATCHER.compare(a, b)).isEqualTo(MATCHER.compare(b, a));
  }

  @Property(tries = 300)
  void only_documents_ever_link(@ForAll("people") MatchProfile a) {
    var bare = Profiles.numbered(a, null);
    var undocumented =
        new MatchProfile(
            bare.id(),
            bare.name(),
            bare.otherNames(),
            bare.birthDate(),
            bare.sex(),
            null,
            List.of(),
            bare.phone(),
            bare.settlement());
    assertThat(MATCHER.compare(undocumented, undocumented).band()).isNotEqualTo(Band.LINK);
  }

  @Property(tries = 300)
  void keys_are_ascending_and_the_same_for_the_same_person(@ForAll("people") MatchProfile a) {
    assertThat(MatchKeys.of(a)).isSorted().doesNotHaveDuplicates().isEqualTo(MatchKeys.of(a));
    assertThat(MatchKeys.of(a)).hasSizeLessThan(40);
  }

  @Provide
  Arbitrary<MatchProfile> people() {
    var dates =
        Arbitraries.integers()
            .between(0, 40_000)
            .map(day -> PartialDate.of(LocalDate.of(1900, 1, 1).plusDays(day)));
    var years = Arbitraries.integers().between(1900, 2026).map(y -> new PartialDate(y, null, null));
    return Combinators.combine(
            names(),
            names().list().ofMaxSize(2),
            Arbitraries.oneOf(dates, years).injectNull(0.1),
            Arbitraries.of(Sex.class).injectNull(0.1),
            Arbitraries.of("1759013776", "1759013770", "3652504575", "x").injectNull(0.3),
            Arbitraries.of("ЕК123456", "ЕК123457", "6020123456")
                .map(number -> new DocumentKey(DocumentType.PASSPORT, number))
                .list()
                .ofMaxSize(2),
            Arbitraries.of("+380500000001", "+380500000002").injectNull(0.3),
            Arbitraries.of(TestPeople.ALCHEVSK, TestPeople.SIVERSKODONETSK, "nonsense"))
        .as(
            (name, others, birth, sex, rnokpp, documents, phone, settlement) ->
                new MatchProfile(
                    UUID.randomUUID(),
                    name,
                    others,
                    birth,
                    sex,
                    rnokpp,
                    documents,
                    phone,
                    settlement));
  }

  private Arbitrary<PersonName> names() {
    return Combinators.combine(
            words().injectNull(0.05), words().injectNull(0.05), words().injectNull(0.2))
        .as(PersonName::new);
  }

  @Provide
  Arbitrary<String> words() {
    var usual =
        Arbitraries.of(
            "Шевченко",
            "Рибаков",
            "Рыбаков",
            "Shevchenko",
            "Шевчeнко",
            "Петренко-Коваль",
            "Коваль",
            "Іван",
            "Иван",
            "Алексей",
            "Олексій",
            "Alexey",
            "О.",
            "Миколайович",
            "Николаевич",
            "Микола",
            "Дем'ян",
            "Ганна",
            "Анна",
            "Огли",
            "-",
            "’");
    var any =
        Arbitraries.strings()
            .withChars("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъabcxyz'’- .1\"")
            .ofMaxLength(12);
    return Arbitraries.oneOf(usual, any, Arbitraries.strings().ofMaxLength(6));
  }
}
