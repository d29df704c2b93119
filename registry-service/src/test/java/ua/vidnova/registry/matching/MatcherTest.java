package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;
import static ua.vidnova.registry.matching.Profiles.born;
import static ua.vidnova.registry.matching.Profiles.calling;
import static ua.vidnova.registry.matching.Profiles.formerly;
import static ua.vidnova.registry.matching.Profiles.livingIn;
import static ua.vidnova.registry.matching.Profiles.man;
import static ua.vidnova.registry.matching.Profiles.numbered;
import static ua.vidnova.registry.matching.Profiles.with;
import static ua.vidnova.registry.matching.Profiles.woman;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.matching.spelling.Spelling;

/** The cases a registrar meets. */
class MatcherTest {

  private static final String PHONE = "+380500000001";

  private final Matcher matcher = Matcher.withShippedWeights();

  @Test
  void an_occupation_paper_in_russian_meets_the_pension_funds_line() {
    var fund = man("Вигаданенко", "Олексій", "Миколайович", "1951-04-17");
    var paper =
        with(
            man("Вигаданенко", "Алексей", "Николаевич", "1951-04-17"),
            occupationPassport("6020123456"));
    var comparison = matcher.compare(paper, fund);
    assertThat(comparison.band()).isEqualTo(Band.REVIEW);
    assertThat(comparison.features())
        .extracting(FeatureWeight::feature, FeatureWeight::agreement)
        .contains(
            tuple(Feature.GIVEN_NAME, "RUSSIAN"),
            tuple(Feature.PATRONYMIC, "RUSSIAN"),
            tuple(Feature.BIRTH_DATE, "EQUAL"));
  }

  @Test
  void an_occupation_paper_never_links_however_much_agrees() {
    var one = with(calling(man("Тест", "Іван", "Петрович", "1951-04-17"), PHONE), occupation());
    var other = with(calling(man("Тест", "Іван", "Петрович", "1951-04-17"), PHONE), occupation());
    assertThat(matcher.compare(one, other).band()).isEqualTo(Band.REVIEW);
  }

  @Test
  void the_same_valid_number_links_records_that_agree() {
    var one = numbered(man("Тестенко", "Іван", "Петрович", "1948-02-28"), "1759013776");
    var other = numbered(man("Тестенко", "Иван", "Петрович", "1948-02-28"), "1759013776");
    assertThat(matcher.compare(one, other).band()).isEqualTo(Band.LINK);
  }

  @Test
  void the_same_passport_links_records_that_agree() {
    var passport = new DocumentKey(DocumentType.PASSPORT, "ЕК123456");
    var one = with(man("Тестенко", "Іван", "Петрович", "1948-02-28"), passport);
    var other = with(man("Тестенко", "Иван", "Петрович", "1948-02-28"), passport);
    assertThat(matcher.compare(one, other).band()).isEqualTo(Band.LINK);
  }

  @Test
  void a_number_beside_another_birth_date_or_sex_is_for_a_person_to_look_at() {
    var one = numbered(man("Тестенко", "Іван", "Петрович", "1948-02-28"), "1759013776");
    var born = numbered(man("Тестенко", "Іван", "Петрович", "1971-09-03"), "1759013776");
    var stranger = numbered(woman("Інша", "Ганна", "Павлівна", "1990-09-03"), "1759013776");
    assertThat(matcher.compare(one, born).band()).isEqualTo(Band.REVIEW);
    assertThat(matcher.compare(one, stranger).band()).isEqualTo(Band.REVIEW);
  }

  @Test
  void agreement_without_any_number_is_never_more_than_review() {
    var person = calling(man("Рідкісненко", "Іван", "Петрович", "1951-04-17"), PHONE);
    assertThat(matcher.compare(person, person).band()).isEqualTo(Band.REVIEW);
  }

  @Test
  void twins_are_two_people() {
    var one = calling(woman("Тестенко", "Олена", "Петрівна", "1951-04-17"), PHONE);
    var sister = calling(woman("Тестенко", "Олеся", "Петрівна", "1951-04-17"), PHONE);
    var brother = calling(man("Тестенко", "Олег", "Петрович", "1951-04-17"), PHONE);
    assertThat(matcher.compare(one, sister).band()).isEqualTo(Band.DISTINCT);
    assertThat(matcher.compare(one, brother).band()).isEqualTo(Band.DISTINCT);
  }

  @Test
  void twins_of_one_telephone_and_paper_are_two_people_and_never_linked() {
    var paper = new DocumentKey(DocumentType.PASSPORT, "ЕК123456");
    var one = calling(man("Тестенко", "Тарас", "Петрович", "1951-04-17"), PHONE);
    var twin = calling(man("Тестенко", "Борис", "Петрович", "1951-04-17"), PHONE);
    assertThat(matcher.compare(one, twin).band()).isEqualTo(Band.DISTINCT);
    assertThat(matcher.compare(with(one, paper), with(twin, paper)).band()).isEqualTo(Band.REVIEW);
    assertThat(matcher.compare(numbered(one, "1873213776"), numbered(twin, "1873213776")).band())
        .isEqualTo(Band.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Тара", "Тарвс", "Трас", "Тараса", "Татас"})
  void a_given_name_that_is_a_slip_is_no_twins(String slip) {
    var one = man("Тестенко", "Тарас", "Петрович", "1951-04-17");
    var other = man("Тестенко", slip, "Петрович", "1951-04-17");
    assertThat(matcher.compare(one, other).band()).isEqualTo(Band.REVIEW);
  }

  @Test
  void a_misread_name_is_for_a_person_to_look_at_however_much_agrees() {
    var paper = new DocumentKey(DocumentType.PASSPORT, "ЕК123456");
    var one = with(man("Тестенко", "Вадим", "Петрович", "1951-04-17"), paper);
    var other = with(man("Тестенко", "Впажим", "Петрович", "1951-04-17"), paper);
    assertThat(matcher.compare(one, other).band()).isEqualTo(Band.REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    "1982-02-03, 1928-02-03, REVIEW, REVIEW",
    "2001-02-14, 2001-11-14, REVIEW, DISTINCT",
    "1982-02-03, 1982-02-13, REVIEW, DISTINCT",
    "1982-02-03, 1928-11-13, DISTINCT, DISTINCT"
  })
  void a_slip_of_the_date_elsewhere_comes_before_a_person_unless_the_name_is_common(
      String birth, String slip, Band whenRare, Band whenCommon) {
    var name = List.of("Тестенко", "Іван", "Петрович");
    var one = man(name.get(0), name.get(1), name.get(2), birth);
    var other =
        livingIn(man(name.get(0), name.get(1), name.get(2), slip), TestPeople.SIVERSKODONETSK);
    var counts =
        Map.of(
            Feature.FAMILY_NAME, Map.of(Spelling.of(name.get(0)).family(), 12_000),
            Feature.GIVEN_NAME, Map.of(Spelling.of(name.get(1)).given(), 60_000),
            Feature.PATRONYMIC, Map.of(Spelling.of(name.get(2)).father(), 60_000));
    var counted = new Matcher(MatchWeights.shipped(), new NameFrequencies(1_200_000, counts));
    assertThat(matcher.compare(one, other).band()).isEqualTo(whenRare);
    assertThat(counted.compare(one, other).band()).isEqualTo(whenCommon);
  }

  @Test
  void namesakes_of_one_town_and_cousins_of_one_home_are_two_people() {
    var one = man("Тестенко", "Іван", "Петрович", "1951-04-17");
    var namesake = man("Тестенко", "Іван", "Петрович", "1968-11-02");
    assertThat(matcher.compare(one, namesake).band()).isEqualTo(Band.DISTINCT);
    assertThat(matcher.compare(calling(one, PHONE), calling(namesake, PHONE)).band())
        .isEqualTo(Band.DISTINCT);
  }

  @Test
  void father_and_son_are_two_people() {
    var father = calling(man("Тестенко", "Іван", "Іванович", "1951-04-17"), PHONE);
    var son = calling(man("Тестенко", "Іван", "Іванович", "1976-08-02"), PHONE);
    var igor = calling(man("Тестенко", "Ігор", "Іванович", "1976-04-17"), PHONE);
    assertThat(matcher.compare(father, son).band()).isEqualTo(Band.DISTINCT);
    assertThat(matcher.compare(father, igor).band()).isEqualTo(Band.DISTINCT);
  }

  @Test
  void two_valid_numbers_forbid_a_link_even_beside_the_same_passport() {
    var passport = new DocumentKey(DocumentType.PASSPORT, "ЕК123456");
    var person = with(man("Тестенко", "Іван", "Петрович", "1948-02-28"), passport);
    assertThat(matcher.compare(numbered(person, "1759013776"), person).band()).isEqualTo(Band.LINK);
    assertThat(
            matcher.compare(numbered(person, "1759013776"), numbered(person, "3652504575")).band())
        .isEqualTo(Band.REVIEW);
  }

  @Test
  void one_person_is_found_in_spite_of_any_single_fault() {
    var person = woman("Тестенко", "Наталія", "Миколаївна", "1951-04-07");
    var faulty =
        Map.ofEntries(
            Map.entry("in Russian", woman("Тестенко", "Наталья", "Николаевна", "1951-04-07")),
            Map.entry("in Latin", woman("Testenko", "Natalya", "Nikolayevna", "1951-04-07")),
            Map.entry("by №55", woman("Testenko", "Nataliia", "Mykolaivna", "1951-04-07")),
            Map.entry("a slip", woman("Тестеенко", "Наталія", "Миколаївна", "1951-04-07")),
            Map.entry("initials", woman("Тестенко", "Н.", "М.", "1951-04-07")),
            Map.entry("no patronymic", woman("Тестенко", "Наталія", null, "1951-04-07")),
            Map.entry("father's name", woman("Тестенко", "Наталія", "Микола", "1951-04-07")),
            Map.entry("swapped names", woman("Наталія", "Тестенко", "Миколаївна", "1951-04-07")),
            Map.entry("swapped, slip", woman("Наталія", "Тестеенко", "Миколаївна", "1951-04-07")),
            Map.entry("turned, slip", woman("Наталія", "Миколаївна", "Тестеенко", "1951-04-07")),
            Map.entry("turned names", woman("Наталія", "Миколаївна", "Тестенко", "1951-04-07")),
            Map.entry("swapped date", woman("Тестенко", "Наталія", "Миколаївна", "1951-07-04")),
            Map.entry("wrong year", woman("Тестенко", "Наталія", "Миколаївна", "1957-04-07")),
            Map.entry("two digits", woman("Тестенко", "Наталія", "Миколаївна", "1962-04-07")),
            Map.entry("married", woman("Інша", "Наталія", "Миколаївна", "1951-04-07")),
            Map.entry("double", woman("Тестенко-Інша", "Наталія", "Миколаївна", "1951-04-07")),
            Map.entry("year only", born(person, new PartialDate(1951, null, null))),
            Map.entry("moved", livingIn(person, TestPeople.SIVERSKODONETSK)));
    faulty.forEach(
        (fault, record) -> {
          assertThat(matcher.compare(person, record).band()).as(fault).isEqualTo(Band.REVIEW);
          assertThat(MatchKeys.haveCommon(MatchKeys.of(person), MatchKeys.of(record)))
              .as("%s: share a key", fault)
              .isTrue();
        });
  }

  @Test
  void words_in_other_fields_may_bear_a_slip() {
    var one = man("Руденко", "Володимир", "Євгенович", "1951-04-17");
    var turned = man("Водлодимир", "Євгенович", "Руденко", "1951-04-17");
    var comparison = matcher.compare(one, turned);
    assertThat(comparison.band()).isEqualTo(Band.REVIEW);
    assertThat(comparison.features())
        .extracting(FeatureWeight::feature, FeatureWeight::agreement)
        .contains(
            tuple(Feature.FAMILY_NAME, "SWAPPED_SIMILAR"),
            tuple(Feature.GIVEN_NAME, "SWAPPED_SIMILAR"),
            tuple(Feature.PATRONYMIC, "SWAPPED_SIMILAR"));
    assertThat(matcher.compare(turned, one)).isEqualTo(comparison);
  }

  @Test
  void whoever_bears_two_faults_is_mostly_found_too() {
    var person = woman("Тестенко", "Наталія", "Миколаївна", "1951-04-17");
    var faulty =
        Map.of(
            "another date", woman("Тестенко", "Наталія", "Миколаївна", "1962-11-03"),
            "swapped, wrong year", woman("Наталія", "Тестенко", "Миколаївна", "1959-04-17"),
            "in Russian, another date", woman("Тестенко", "Наталья", "Николаевна", "1962-11-03"),
            "slip, wrong year", woman("Тестеенко", "Наталія", "Миколаївна", "1959-04-17"),
            "unknown date", born(person, null));
    faulty.forEach(
        (faults, record) ->
            assertThat(MatchKeys.haveCommon(MatchKeys.of(person), MatchKeys.of(record)))
                .as(faults)
                .isTrue());
    assertThat(
            MatchKeys.haveCommon(
                MatchKeys.of(woman("Тестенко", "Н.", "М.", "1951-04-17")),
                MatchKeys.of(woman("Тестенко", "Н.", "М.", "1962-11-03"))))
        .as("initials are no name")
        .isFalse();
  }

  @Test
  void a_former_name_that_is_known_counts_for_more_than_one_that_is_not() {
    var maiden = woman("Тестенко", "Ганна", "Петрівна", "1951-04-17");
    var married = woman("Інша", "Ганна", "Петрівна", "1951-04-17");
    var known = matcher.compare(maiden, formerly(married, "Тестенко"));
    assertThat(known.features()).extracting(FeatureWeight::agreement).contains("FORMER");
    assertThat(known.bits()).isGreaterThan(matcher.compare(maiden, married).bits() + 5);
    assertThat(
            MatchKeys.haveCommon(MatchKeys.of(maiden), MatchKeys.of(formerly(married, "Тестенко"))))
        .isTrue();
  }

  @Test
  void a_common_name_proves_less_than_a_rare_one() {
    var counts = Map.of(Feature.FAMILY_NAME, Map.of(Spelling.of("Шевченко").family(), 12_000));
    var counted = new Matcher(MatchWeights.shipped(), new NameFrequencies(1_200_000, counts));
    assertThat(familyBits("Рідкісненко", counted))
        .isGreaterThan(familyBits("Шевченко", counted) + 5);
    assertThat(familyBits("Рідкісненко", matcher))
        .as("before anyone was counted")
        .isEqualTo(familyBits("Шевченко", matcher));
  }

  private static double familyBits(String family, Matcher matcher) {
    var one = man(family, "Іван", null, "1951-04-17");
    return matcher.compare(one, one).features().getFirst().bits();
  }

  @Test
  void the_bits_of_the_features_add_up_to_the_score() {
    var one = calling(man("Тестенко", "Іван", "Петрович", "1951-04-17"), PHONE);
    for (var other : List.of(one, man("Тестенко", "Ігор", "Петрович", "1951-04-17"))) {
      var comparison = matcher.compare(one, other);
      assertThat(comparison.features().stream().mapToDouble(FeatureWeight::bits).sum())
          .isCloseTo(comparison.bits(), offset(1e-9));
    }
  }

  private static DocumentKey occupation() {
    return occupationPassport("6020123456");
  }

  private static DocumentKey occupationPassport(String number) {
    return DocumentKey.of(
        new DocumentDetails(
            DocumentType.PASSPORT, number, null, null, null, EvidenceLevel.OCCUPATION_ISSUED));
  }
}
