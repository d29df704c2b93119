package ua.vidnova.registry.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ua.vidnova.registry.facts.TestFacts.answer;
import static ua.vidnova.registry.facts.TestFacts.birth;
import static ua.vidnova.registry.facts.TestFacts.life;
import static ua.vidnova.registry.facts.TestFacts.name;
import static ua.vidnova.registry.facts.TestFacts.passport;
import static ua.vidnova.registry.facts.TestFacts.place;
import static ua.vidnova.registry.facts.TestFacts.registered;
import static ua.vidnova.registry.facts.TestFacts.retraction;
import static ua.vidnova.registry.facts.TestFacts.stated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.facts.Fact.LifeEvent.Event;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.review.OpenQuestion;

class KnownFactsTest {

  private final UUID registration = Ids.newId();
  private final List<StatedFact> all =
      new ArrayList<>(
          List.of(
              registered(registration, name("Вигаданенко")),
              registered(registration, birth("1951-04-17")),
              registered(registration, new Fact.OfSex(Sex.FEMALE)),
              registered(registration, new Fact.Rnokpp(TestFacts.NUMBER, null)),
              registered(registration, place(TestPeople.ALCHEVSK)),
              registered(registration, passport("ЕК123456"))));

  @Test
  void a_registration_is_what_is_known_at_first() {
    var known = known();
    assertThat(known.name().orElseThrow().family()).isEqualTo("Вигаданенко");
    assertThat(known.birthDate()).contains(TestPeople.BIRTH);
    assertThat(known.life().state()).isEqualTo(LifeState.LIVING);
    assertThat(known.evidenceLevel()).contains(EvidenceLevel.ORIGINAL);
    assertThat(known.otherNames()).isEmpty();
    assertThat(known.disputes()).isEmpty();
  }

  @Test
  void a_name_after_marriage_stands_and_the_old_one_is_a_former_name() {
    add(stated(name("Заміжненко"), "ORIGINAL", LocalDate.of(2026, 11, 20)));
    var known = known();
    assertThat(known.name().orElseThrow().family()).isEqualTo("Заміжненко");
    assertThat(known.otherNames())
        .extracting(KnownFacts.OtherName::use, other -> other.name().family())
        .containsExactly(tuple(Fact.Name.Use.FORMER, "Вигаданенко"));
  }

  @Test
  void a_name_in_a_paper_of_the_occupation_is_known_and_changes_nothing() {
    add(
        stated(
            new Fact.Name(Fact.Name.Use.CURRENT, "Выгаданенко", "Анна", null),
            "OCCUPATION_ISSUED"));
    var known = known();
    assertThat(known.name().orElseThrow().family()).isEqualTo("Вигаданенко");
    assertThat(known.otherNames())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.use()).isEqualTo(Fact.Name.Use.OTHER);
              assertThat(other.name().family()).isEqualTo("Выгаданенко");
              assertThat(other.level()).isEqualTo(EvidenceLevel.OCCUPATION_ISSUED);
            });
  }

  @Test
  void equal_evidence_is_asked_once_and_an_answer_settles_it() {
    var other = add(stated(name("Інша"), "ORIGINAL"));
    add(stated(name("Інша"), "ORIGINAL"));
    assertThat(known().disputes())
        .containsExactly(new Dispute(other.statementId(), OpenQuestion.Kind.NAME_DISAGREES));
    assertThat(known().name().orElseThrow().family()).isEqualTo("Вигаданенко");

    add(stated(answer(other, true), "WITNESS"));

    assertThat(known().disputes()).isEmpty();
    assertThat(known().name().orElseThrow().family()).isEqualTo("Інша");
    assertThat(known().outcomeOf(other.statementId())).isEqualTo(FactOutcome.STANDS);
  }

  @Test
  void what_a_person_does_not_believe_stays_evidence() {
    var other = add(stated(name("Інша"), "ORIGINAL"));
    add(stated(answer(other, false), "WITNESS"));
    assertThat(known().disputes()).isEmpty();
    assertThat(known().name().orElseThrow().family()).isEqualTo("Вигаданенко");
    assertThat(known().outcomeOf(other.statementId())).isEqualTo(FactOutcome.EVIDENCE_ONLY);
  }

  @Test
  void stronger_evidence_overtakes_a_question() {
    var other = add(stated(name("Інша"), "ORIGINAL"));
    add(stated(name("Третя"), "COURT"));
    assertThat(known().name().orElseThrow().family()).isEqualTo("Третя");
    assertThat(known().disputes()).isEmpty();
    assertThat(known().outcomeOf(other.statementId())).isEqualTo(FactOutcome.EVIDENCE_ONLY);
  }

  @Test
  void a_birth_date_that_the_number_contradicts_is_asked_even_by_stronger_evidence() {
    var court = add(stated(birth("1951-04-18"), "COURT"));
    assertThat(known().birthDate()).contains(TestPeople.BIRTH);
    assertThat(known().disputes())
        .containsExactly(new Dispute(court.statementId(), OpenQuestion.Kind.BIRTH_DATE_DISAGREES));
  }

  @Test
  void a_number_of_another_birth_date_or_sex_is_asked() {
    add(
        stated(
            new Fact.Retraction(registration, Statement.Kind.RNOKPP, null, "Не той номер"),
            "WITNESS"));
    add(stated(new Fact.Rnokpp(Rnokpp.of(TestPeople.BIRTH.plusDays(1), 1, false), null), "COURT"));
    add(stated(new Fact.Rnokpp(Rnokpp.of(TestPeople.BIRTH, 1, true), null), "COURT"));
    assertThat(known().rnokpp()).isEmpty();
    assertThat(known().disputes())
        .extracting(Dispute::kind)
        .containsExactly(OpenQuestion.Kind.RNOKPP_DISAGREES, OpenQuestion.Kind.RNOKPP_DISAGREES);
  }

  @Test
  void an_unzr_of_another_birth_date_is_asked() {
    add(stated(new Fact.Unzr("19510418-00123"), "ORIGINAL"));
    assertThat(known().unzr()).isEmpty();
    assertThat(known().disputes()).hasSize(1);
    add(stated(new Fact.Unzr("19510417-00123"), "ORIGINAL"));
    assertThat(known().unzr()).contains("19510417-00123");
  }

  @Test
  void a_retraction_leaves_things_as_if_it_had_not_been_said() {
    var moved = add(stated(place(TestPeople.SIVERSKODONETSK), "COPY", LocalDate.of(2026, 11, 20)));
    assertThat(known().residence().orElseThrow().settlement())
        .isEqualTo(TestPeople.SIVERSKODONETSK);
    var taken = add(stated(retraction(moved), "WITNESS"));
    assertThat(known().residence().orElseThrow().settlement()).isEqualTo(TestPeople.ALCHEVSK);
    assertThat(known().outcomeOf(moved.statementId())).isEqualTo(FactOutcome.RETRACTED);

    add(stated(retraction(taken), "WITNESS"));

    assertThat(known().residence().orElseThrow().settlement())
        .isEqualTo(TestPeople.SIVERSKODONETSK);
  }

  @Test
  void a_paper_that_was_written_down_wrongly_counts_no_more() {
    add(
        stated(
            new Fact.Retraction(registration, Statement.Kind.DOCUMENT, "ЕК123456", "Інший номер"),
            "WITNESS"));
    assertThat(known().documents()).isEmpty();
    add(stated(passport("ЕК654321"), "COPY"));
    assertThat(known().evidenceLevel()).contains(EvidenceLevel.COPY);
  }

  @Test
  void a_death_by_a_paper_of_the_occupation_waits_and_says_so_until_the_court_finds_it() {
    var paper = add(stated(life(Event.DEATH, "2026-05-01"), "OCCUPATION_ISSUED"));
    assertThat(known().life().state()).isEqualTo(LifeState.LIVING);
    assertThat(known().awaitedFindings())
        .containsExactly(
            new AwaitedFinding(
                AwaitedFinding.Finding.DEATH, paper.statementId(), LocalDate.of(2026, 5, 1)));

    add(stated(life(Event.DEATH, "2026-05-01"), "COURT"));

    assertThat(known().life().state()).isEqualTo(LifeState.DECEASED);
    assertThat(known().awaitedFindings()).isEmpty();
  }

  @Test
  void a_birth_by_a_certificate_of_the_occupation_alone_waits_until_the_court_finds_it() {
    all.removeIf(stated -> stated.fact() instanceof Fact.Document);
    add(
        stated(
            new Fact.Document(DocumentType.BIRTH_CERTIFICATE, "АБ-1", null, null, null),
            "OCCUPATION_ISSUED"));
    assertThat(known().awaitedFindings())
        .extracting(AwaitedFinding::finding)
        .containsExactly(AwaitedFinding.Finding.BIRTH);

    add(stated(birth("1951-04-17"), "COURT"));

    assertThat(known().awaitedFindings()).isEmpty();
  }

  @Test
  void a_death_taken_back_is_as_if_it_had_never_been() {
    var death = add(stated(life(Event.DEATH, "2026-05-01"), "ORIGINAL"));
    assertThat(known().life().state()).isEqualTo(LifeState.DECEASED);
    add(stated(retraction(death), "WITNESS"));
    assertThat(known().life().state()).isEqualTo(LifeState.LIVING);
    assertThat(known().life().since()).isEqualTo(TestPeople.BIRTH);
  }

  @Test
  void an_accepted_report_makes_the_life_state() {
    add(stated(life(Event.DEATH, "2026-05-01"), "ORIGINAL"));
    var seen = add(stated(life(Event.REAPPEARED, "2026-11-01"), "WITNESS"));
    assertThat(known().disputes()).hasSize(1);
    add(stated(answer(seen, true), "WITNESS"));
    assertThat(known().life().state()).isEqualTo(LifeState.LIVING);
    assertThat(known().disputes()).isEmpty();
  }

  @Test
  void the_last_word_on_each_purpose_is_the_consent() {
    add(stated(consent(Fact.Consent.Decision.GIVEN, "2026-11-01"), "WITNESS"));
    add(stated(consent(Fact.Consent.Decision.WITHDRAWN, "2026-11-10"), "WITNESS"));
    add(stated(consent(Fact.Consent.Decision.GIVEN, "2026-11-05"), "WITNESS"));
    assertThat(known().consents())
        .singleElement()
        .extracting(Fact.Consent::decision)
        .isEqualTo(Fact.Consent.Decision.WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void the_order_in_which_statements_are_read_makes_no_difference(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 12; i++) {
      add(anything(random));
    }
    var before = summary(known());
    for (var i = 0; i < 10; i++) {
      Collections.shuffle(all, random);
      assertThat(summary(known())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void whatever_is_stated_and_taken_back_leaves_no_trace_in_the_view(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 8; i++) {
      add(anything(random));
    }
    var before = summary(known());
    for (var i = 0; i < 6; i++) {
      var said = add(anything(random));
      add(stated(retraction(said), "WITNESS"));
    }
    assertThat(summary(known())).isEqualTo(before);
  }

  private static StatedFact anything(Random random) {
    var by =
        List.of("COURT", "ORIGINAL", "REGISTER_EXTRACT", "COPY", "WITNESS", "OCCUPATION_ISSUED")
            .get(random.nextInt(6));
    var since =
        random.nextBoolean() ? null : LocalDate.of(2026, 11, 1).plusDays(random.nextInt(20));
    var day = "2026-%02d-01".formatted(1 + random.nextInt(11));
    return stated(
        switch (random.nextInt(6)) {
          case 0 -> name(List.of("Перша", "Друга", "Третя").get(random.nextInt(3)));
          case 1 -> birth("1951-04-1" + (7 + random.nextInt(2)));
          case 2 -> place(random.nextBoolean() ? TestPeople.ALCHEVSK : TestPeople.SIVERSKODONETSK);
          case 3 -> new Fact.Phone("+38050000000" + random.nextInt(3));
          case 4 ->
              new Fact.Rnokpp(
                  random.nextBoolean() ? TestFacts.NUMBER : TestFacts.OTHER_NUMBER, null);
          default -> life(List.of(Event.values()).get(random.nextInt(4)), day);
        },
        by,
        since);
  }

  private static List<Object> summary(KnownFacts known) {
    return List.of(
        known.name(),
        known.birthDate(),
        known.rnokpp(),
        known.residence(),
        known.phone(),
        known.life().state(),
        known.life().since(),
        known.disputes(),
        known.awaitedFindings(),
        known.otherNames());
  }

  private static Fact consent(Fact.Consent.Decision decision, String on) {
    return new Fact.Consent(decision, "MEDICAL", Fact.Consent.Form.WRITTEN, LocalDate.parse(on));
  }

  private StatedFact add(StatedFact stated) {
    all.add(stated);
    return stated;
  }

  private KnownFacts known() {
    return KnownFacts.of(all);
  }
}
