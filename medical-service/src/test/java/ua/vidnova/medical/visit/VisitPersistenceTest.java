package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.fhir.mapping.EncounterMapping;
import ua.vidnova.medical.resident.TestResidents;

/** What a medic said comes back from the database word for word, and in few questions. */
@QuarkusTest
@WithPlatform
class VisitPersistenceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
  private static final Instant START = Instant.parse("2026-11-17T09:00:00Z");

  @Inject EntityManagerFactory factory;

  @Test
  void every_fact_comes_back_as_it_was_said() {
    var said = everything(TestResidents.living());
    var id = record(said);
    assertThat(inTransaction(() -> Visit.findLatest(id).orElseThrow().wholeFacts()))
        .isEqualTo(said);
    assertThat(inTransaction(() -> Visit.findLatest(id).orElseThrow().facts()))
        .isEqualTo(TestFacts.with(said, "protection", List.of()));
  }

  @Test
  void a_page_of_visits_takes_as_many_questions_as_one_visit() {
    var one = TestResidents.living();
    record(everything(one));
    var many = TestResidents.living();
    for (int i = 0; i < 30; i++) {
      record(everything(many));
    }
    assertThat(questionsFor(many, 30, Visit::facts))
        .isEqualTo(questionsFor(one, 1, Visit::facts))
        .isEqualTo(10);
  }

  @Test
  void only_what_is_asked_for_is_read() {
    var resident = TestResidents.living();
    for (int i = 0; i < 5; i++) {
      record(everything(resident));
    }
    assertThat(questionsFor(resident, 5, Visit::factsOnDemand)).isEqualTo(1);
    assertThat(questionsFor(resident, 5, visit -> visit.factsOnDemand().allergies().size()))
        .isEqualTo(2);
    assertThat(questionsFor(resident, 5, visit -> EncounterMapping.of(visit, resident)))
        .isEqualTo(3);
  }

  private long questionsFor(UUID resident, int visits, Function<Visit, ?> use) {
    var statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    var found =
        inTransaction(
            () -> Visit.<Visit>list("residentId", resident).stream().<Object>map(use).toList());
    assertThat(found).hasSize(visits);
    return statistics.getPrepareStatementCount();
  }

  private static UUID record(VisitFacts facts) {
    var id = Ids.newId();
    inTransaction(
        () -> {
          new Visit(id, facts, "medic-1", "medic-1", START).persist();
          return null;
        });
    return id;
  }

  private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  /** Facts with every part, two entries where order matters. */
  static VisitFacts everything(UUID resident) {
    return new VisitFacts(
        resident,
        Ids.newId(),
        TestResidents.SETTLEMENT,
        START,
        START.plusSeconds(1200),
        new Seen(Sex.FEMALE, 31, true, Seen.IdentityEvidence.COPY, Seen.Consent.GIVEN),
        "Болить голова",
        new Vitals(new BigDecimal("36.60"), null, null, new BigDecimal(82), null, null, null, null),
        List.of(new Reason("N01", null), new Reason("A04", "слабкість")),
        List.of(
            new Diagnosis(
                Diagnosis.Role.PRIMARY,
                "K86",
                null,
                Diagnosis.ClinicalStatus.ACTIVE,
                Diagnosis.VerificationStatus.CONFIRMED,
                Diagnosis.Severity.MODERATE,
                DAY.minusYears(2)),
            new Diagnosis(
                Diagnosis.Role.COMORBIDITY,
                "A01",
                "зі слів",
                Diagnosis.ClinicalStatus.REMISSION,
                Diagnosis.VerificationStatus.PROVISIONAL,
                null,
                null)),
        List.of(new CareAction("-30", null), new CareAction("-45", "порада")),
        List.of(
            new GivenMedicine(
                Ids.newId(),
                Ids.newId(),
                "Вигаданоприл 10 мг",
                "B-77",
                DAY.plusYears(1),
                new BigDecimal("30.0"),
                "табл.",
                GivenMedicine.Way.DISPENSED,
                "1 раз на добу")),
        List.of(
            new Vaccination(
                Ids.newId(), null, "TD", "Вигадана вакцина", "V-1", DAY.plusMonths(3), 2, "плече")),
        List.of(
            new Allergy(
                Ids.newId(),
                Allergy.Category.MEDICATION,
                "пеніцилін",
                Allergy.Criticality.HIGH,
                "набряк",
                Allergy.Status.ACTIVE)),
        List.of(
            new ChronicCondition(
                Ids.newId(),
                "T90",
                "Діабет",
                DAY.minusYears(5),
                ChronicCondition.Status.ACTIVE,
                DAY.plusDays(9))),
        List.of(
            new Referral(
                Ids.newId(),
                Referral.Kind.CARE,
                "Вигадана лікарня",
                "кардіологія",
                Referral.Urgency.URGENT,
                Referral.Transport.SEATED,
                "обстеження")),
        List.of(new Birth(Ids.newId(), DAY, Sex.MALE, true)),
        List.of(
            new Protection(Protection.Flag.VULNERABLE_ADULT, null),
            new Protection(Protection.Flag.VIOLENCE, "зі слів сусідки")),
        true,
        true,
        RelationToEvent.INDIRECT,
        List.of(24, 32, 50),
        new Outcome(Outcome.Kind.REFERRED, null, DAY.plusDays(14), "Вигадана лікарня"));
  }
}
