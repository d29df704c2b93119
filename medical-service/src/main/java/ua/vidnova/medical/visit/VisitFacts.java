package ua.vidnova.medical.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * What a medic says about a visit. Two records of the same visit are the same if these are equal.
 *
 * @param residentId the record of the person, an anonymous one included
 * @param tripId the brigade's trip; null outside of one
 * @param settlement KATOTTG code of where the person was seen
 * @param endedAt null when it was not noted
 * @param complaint in the person's words; null when there was none
 * @param protection empty where the reader may not know of it
 * @param electronicPrescription a prescription was written into the national system
 * @param needsRehabilitation for long; item 43 of the WHO data set
 * @param relationToEvent null in records from before it was asked
 * @param mdsItems items 4 to 35 and 47 to 50 of the WHO data set, ascending, each once
 */
public record VisitFacts(
    UUID residentId,
    UUID tripId,
    String settlement,
    Instant startedAt,
    Instant endedAt,
    Seen seen,
    String complaint,
    Vitals vitals,
    List<Reason> reasons,
    List<Diagnosis> diagnoses,
    List<CareAction> actions,
    List<GivenMedicine> medicines,
    List<Vaccination> vaccinations,
    List<Allergy> allergies,
    List<ChronicCondition> chronicConditions,
    List<Referral> referrals,
    List<Birth> births,
    List<Protection> protection,
    boolean electronicPrescription,
    boolean needsRehabilitation,
    RelationToEvent relationToEvent,
    List<Integer> mdsItems,
    Outcome outcome) {

  /** Kyiv's date at the beginning. */
  public LocalDate startedOn() {
    return LocalDate.ofInstant(startedAt, KyivCalendar.KYIV);
  }

  /** Kyiv's date at the end, or at the beginning when the end was not noted. */
  public LocalDate endedOn() {
    return LocalDate.ofInstant(endedAt == null ? startedAt : endedAt, KyivCalendar.KYIV);
  }

  /** The same with sex and age, unless nobody knows them. */
  VisitFacts seenAs(Sex sex, Integer ageYears) {
    if (sex == null || ageYears == null) {
      return this;
    }
    return with(
        new Seen(sex, ageYears, seen.pregnant(), seen.identityEvidence(), seen.consent()),
        protection);
  }

  /** The same with other protection flags. */
  VisitFacts protecting(List<Protection> flags) {
    return with(seen, flags);
  }

  private VisitFacts with(Seen other, List<Protection> flags) {
    return new VisitFacts(
        residentId,
        tripId,
        settlement,
        startedAt,
        endedAt,
        other,
        complaint,
        vitals,
        reasons,
        diagnoses,
        actions,
        medicines,
        vaccinations,
        allergies,
        chronicConditions,
        referrals,
        births,
        flags,
        electronicPrescription,
        needsRehabilitation,
        relationToEvent,
        mdsItems,
        outcome);
  }
}
