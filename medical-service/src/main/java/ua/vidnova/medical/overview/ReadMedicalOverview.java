package ua.vidnova.medical.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.overview.OverviewRules.Course;
import ua.vidnova.medical.overview.OverviewRules.Noted;
import ua.vidnova.medical.overview.OverviewRules.Referred;
import ua.vidnova.medical.referral.ReferralKey;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Referral;

/** Reads a person's overview from the visits that stand, in five queries. */
@ApplicationScoped
public class ReadMedicalOverview {

  /** More of one kind than anyone has; older ones are in the list of visits. */
  private static final int NOTED_MAX = 500;

  private static final String STANDING =
      " where v.residentId in ?1 and not v.superseded and not v.withdrawn"
          + " order by v.startedAt desc, v.id desc";

  private final EntityManager entities;
  private final OverviewSettings settings;
  private final KyivCalendar calendar;

  @Inject
  ReadMedicalOverview(EntityManager entities, OverviewSettings settings, KyivCalendar calendar) {
    this.entities = entities;
    this.settings = settings;
    this.calendar = calendar;
  }

  /** Reads the overview of a person whom the caller may see. */
  public MedicalOverview of(Person person) {
    var rules = new OverviewRules(settings, calendar.today());
    var visits =
        noted(
            person,
            "v.outcome, v.seen.pregnant, size(v.births) from Visit v",
            row -> new Course(row.get(2, Outcome.class), row.get(3, Boolean.class), number(row)));
    var referrals = referred(parts(person, "referrals", Referral.class));
    return new MedicalOverview(
        person.id(),
        rules.allergies(parts(person, "allergies", Allergy.class)),
        rules.conditions(parts(person, "chronicConditions", ChronicCondition.class)),
        rules.lastVisit(visits).orElse(null),
        rules.followUp(visits).orElse(null),
        rules.openReferrals(referrals),
        rules.lastClosedReferral(referrals).orElse(null),
        rules.pregnancy(visits).orElse(null));
  }

  private static List<Noted<Referred>> referred(List<Noted<Referral>> noted) {
    var outcomes = ReferralOutcome.findLast(noted.stream().map(Noted::visitId).distinct().toList());
    return noted.stream()
        .map(
            one ->
                new Noted<>(
                    one.visitId(),
                    one.at(),
                    new Referred(
                        one.what(), outcomes.get(ReferralKey.of(one.visitId(), one.what())))))
        .toList();
  }

  private static int number(Tuple row) {
    return row.get(4, Integer.class);
  }

  private <T> List<Noted<T>> parts(Person person, String part, Class<T> type) {
    return noted(person, "part from Visit v join v." + part + " part", row -> row.get(2, type));
  }

  private <T> List<Noted<T>> noted(Person person, String what, Function<Tuple, T> read) {
    return entities
        .createQuery("select v.originId, v.startedAt, " + what + STANDING, Tuple.class)
        .setParameter(1, person.recordIds())
        .setMaxResults(NOTED_MAX)
        .getResultStream()
        .map(row -> new Noted<>(row.get(0, UUID.class), row.get(1, Instant.class), read.apply(row)))
        .toList();
  }
}
