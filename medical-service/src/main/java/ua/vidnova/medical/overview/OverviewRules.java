package ua.vidnova.medical.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.overview.MedicalOverview.ClosedReferral;
import ua.vidnova.medical.overview.MedicalOverview.FollowUp;
import ua.vidnova.medical.overview.MedicalOverview.KnownAllergy;
import ua.vidnova.medical.overview.MedicalOverview.KnownCondition;
import ua.vidnova.medical.overview.MedicalOverview.LastVisit;
import ua.vidnova.medical.overview.MedicalOverview.MadeReferral;
import ua.vidnova.medical.overview.MedicalOverview.Pregnancy;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Referral;

/** What of earlier visits still holds today. */
final class OverviewRules {

  private final OverviewSettings settings;
  private final LocalDate today;

  OverviewRules(OverviewSettings settings, LocalDate today) {
    this.settings = settings;
    this.today = today;
  }

  /** What a visit noted, newest visit first. */
  record Noted<T>(UUID visitId, Instant at, T what) {

    LocalDate on() {
      return LocalDate.ofInstant(at, KyivCalendar.KYIV);
    }
  }

  /**
   * A visit in short.
   *
   * @param pregnant null when it was not asked
   * @param births how many children the person bore
   */
  record Course(Outcome outcome, Boolean pregnant, int births) {}

  List<KnownAllergy> allergies(List<Noted<Allergy>> noted) {
    return latest(noted, one -> key(one.substance())).stream()
        .filter(one -> one.what().status() == Allergy.Status.ACTIVE)
        .map(one -> new KnownAllergy(one.visitId(), one.at(), one.what()))
        .toList();
  }

  List<KnownCondition> conditions(List<Noted<ChronicCondition>> noted) {
    return latest(noted, one -> key(one.code() == null ? one.text() : one.code())).stream()
        .filter(one -> isHad(one.what()))
        .map(one -> new KnownCondition(one.visitId(), one.at(), one.what(), runsOut(one.what())))
        .toList();
  }

  private static boolean isHad(ChronicCondition condition) {
    return switch (condition.status()) {
      case ACTIVE, REMISSION -> true;
      case RESOLVED, REFUTED -> false;
    };
  }

  private boolean runsOut(ChronicCondition condition) {
    return condition.medicineUntil() != null
        && !condition.medicineUntil().isAfter(today.plus(settings.medicineEndsWithin()));
  }

  /** A referral, and what became of it; null while it is open. */
  record Referred(Referral referral, ReferralOutcome outcome) {

    boolean isOpen() {
      return outcome == null;
    }
  }

  List<MadeReferral> openReferrals(List<Noted<Referred>> noted) {
    return noted.stream()
        .filter(one -> one.what().isOpen())
        .map(one -> new MadeReferral(one.visitId(), one.at(), one.what().referral()))
        .toList();
  }

  /** The one that ended on the latest day; of several, that of which was told last. */
  Optional<ClosedReferral> lastClosedReferral(List<Noted<Referred>> noted) {
    return noted.stream()
        .filter(one -> !one.what().isOpen())
        .max(
            Comparator.comparing(
                one -> one.what().outcome(),
                Comparator.comparing(ReferralOutcome::on)
                    .thenComparing(ReferralOutcome::recordedAt)))
        .map(one -> closed(one, one.what().outcome()));
  }

  private static ClosedReferral closed(Noted<Referred> noted, ReferralOutcome outcome) {
    return new ClosedReferral(
        noted.visitId(),
        noted.at(),
        noted.what().referral(),
        outcome.kind(),
        outcome.on(),
        outcome.note().orElse(null));
  }

  Optional<LastVisit> lastVisit(List<Noted<Course>> visits) {
    return visits.stream()
        .findFirst()
        .map(last -> new LastVisit(last.visitId(), last.at(), last.what().outcome().kind()));
  }

  /** The day that was set last, while it is open. */
  Optional<FollowUp> followUp(List<Noted<Course>> visits) {
    return visits.stream()
        .filter(visit -> visit.what().outcome().followUpOn() != null)
        .findFirst()
        .filter(visit -> isOpen(visit, visits.getFirst()))
        .map(
            visit ->
                new FollowUp(
                    visit.visitId(),
                    visit.what().outcome().followUpOn(),
                    visit.what().outcome().followUpOn().isBefore(today)));
  }

  private boolean isOpen(Noted<Course> visit, Noted<Course> latest) {
    return FollowUpRule.isOpen(
        visit.what().outcome().followUpOn(),
        visit.visitId().equals(latest.visitId()),
        latest.on(),
        settings.followUpEarlyMax());
  }

  Optional<Pregnancy> pregnancy(List<Noted<Course>> visits) {
    return visits.stream()
        .filter(visit -> visit.what().pregnant() != null || visit.what().births() > 0)
        .findFirst()
        .filter(visit -> Boolean.TRUE.equals(visit.what().pregnant()))
        .filter(visit -> !visit.on().isBefore(today.minus(settings.pregnancyMax())))
        .map(visit -> new Pregnancy(visit.visitId(), visit.at()));
  }

  private static <T> List<Noted<T>> latest(List<Noted<T>> noted, Function<T, String> key) {
    var latest = new LinkedHashMap<String, Noted<T>>();
    noted.forEach(one -> latest.putIfAbsent(key.apply(one.what()), one));
    return List.copyOf(latest.values());
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
