package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.visit.Protection.Flag;

/** What of a visit can be of the person whom it is about: by sex, age and day of birth. */
final class PatientRules {

  /** Obstetric complications (27), deliveries and other obstetric procedures (33 to 35). */
  private static final Set<Integer> OBSTETRIC_ITEMS = Set.of(27, 33, 34, 35);

  /** Items that the WHO form has for five years and older only. */
  private static final Set<Integer> FROM_FIVE_YEARS = Set.of(33, 34, 35);

  private static final int ADULT_YEARS = 18;

  private final VisitFacts facts;
  private final Patient patient;
  private final VisitLimits limits;
  private final Refusals refusals = new Refusals();

  private PatientRules(VisitFacts facts, Patient patient, VisitLimits limits) {
    this.facts = facts;
    this.patient = patient;
    this.limits = limits;
  }

  /** Everything that is wrong, field by field; empty when the facts can be of this person. */
  static List<FieldError> check(VisitFacts facts, Patient patient, VisitLimits limits) {
    var rules = new PatientRules(facts, patient, limits);
    rules.checkIdentity();
    patient.bornOn().ifPresent(rules::checkBirth);
    rules.checkMotherhood();
    rules.checkDataSet();
    rules.checkProtection();
    return rules.refusals.all();
  }

  private void checkIdentity() {
    var said = facts.seen().sex();
    if (said != null && patient.sex().filter(known -> known != said).isPresent()) {
      refusals.refuse(
          "sex", "contradicts-identity", "Is it the right person? Else leave sex and age out.");
    }
    if (patient.bornOn().isPresent() && isFarFromKnownAge(facts.seen().ageYears())) {
      refusals.refuse(
          "ageYears",
          "contradicts-identity",
          "Is it the right person? Else leave sex and age out.");
    }
  }

  private boolean isFarFromKnownAge(Integer said) {
    return said != null
        && patient
            .ageYears()
            .filter(known -> Math.abs(known - said) > limits.ageToleranceYears())
            .isPresent();
  }

  private void checkBirth(LocalDate bornOn) {
    checkNotBefore("startedAt", facts.startedOn(), bornOn);
    checkNotBefore("outcome.diedOn", facts.outcome().diedOn(), bornOn);
    for (int i = 0; i < facts.diagnoses().size(); i++) {
      checkNotBefore("diagnoses[" + i + "].onsetOn", facts.diagnoses().get(i).onsetOn(), bornOn);
    }
    for (int i = 0; i < facts.chronicConditions().size(); i++) {
      checkNotBefore(
          "chronicConditions[" + i + "].onsetOn",
          facts.chronicConditions().get(i).onsetOn(),
          bornOn);
    }
  }

  private void checkNotBefore(String field, LocalDate day, LocalDate bornOn) {
    if (day != null && day.isBefore(bornOn)) {
      refusals.refuse(field, "before-birth", "The resident was born after this.");
    }
  }

  private void checkMotherhood() {
    if (Boolean.TRUE.equals(facts.seen().pregnant())) {
      checkCanBear("pregnant");
    }
    if (!facts.births().isEmpty()) {
      checkCanBear("births");
    }
    if (facts.mdsItems().stream().anyMatch(OBSTETRIC_ITEMS::contains)) {
      checkCanBear("mdsItems");
    }
  }

  private void checkCanBear(String field) {
    if (patient.sex().isEmpty()) {
      refusals.refuse("sex", "required", "Say of whom this is.");
    } else if (patient.sex().get() != Sex.FEMALE) {
      refusals.refuse(field, "women-only", "Only of women.");
    } else if (patient.ageYears().filter(this::isTooYoungOrOld).isPresent()) {
      refusals.refuse(
          field,
          "implausible-age",
          "Of women from %d to %d years."
              .formatted(limits.pregnancyAgeMin(), limits.pregnancyAgeMax()));
    }
  }

  private boolean isTooYoungOrOld(int years) {
    return years < limits.pregnancyAgeMin() || years > limits.pregnancyAgeMax();
  }

  private void checkDataSet() {
    if (facts.mdsItems().stream().anyMatch(FROM_FIVE_YEARS::contains)
        && patient.ageYears().filter(years -> years < 5).isPresent()) {
      refusals.refuse("mdsItems", "from-five-years", "Items 33 to 35 are from five years on.");
    }
  }

  private void checkProtection() {
    for (int i = 0; i < facts.protection().size(); i++) {
      var flag = facts.protection().get(i).flag();
      var field = "protection[" + i + "].flag";
      if (flag == Flag.VULNERABLE_CHILD && isKnownAdult()) {
        refusals.refuse(field, "children-only", "Only of people under 18.");
      } else if (flag == Flag.VULNERABLE_ADULT && isKnownChild()) {
        refusals.refuse(field, "adults-only", "Only of people of 18 years and older.");
      }
    }
  }

  private boolean isKnownAdult() {
    return patient.ageYears().filter(years -> years >= ADULT_YEARS).isPresent();
  }

  private boolean isKnownChild() {
    return patient.ageYears().filter(years -> years < ADULT_YEARS).isPresent();
  }
}
