package ua.vidnova.medical.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Referral;

/**
 * A person's overview. Of each substance and each condition the latest word holds.
 *
 * @param residentId the record under which the person is known
 * @param lastVisit null before the first
 * @param followUp null when none is open
 * @param referrals those of which nobody has said what became of them
 * @param lastClosedReferral null when none is closed
 * @param pregnancy null when none is known of
 */
@Schema(name = "MedicalOverview")
public record MedicalOverview(
    UUID residentId,
    List<KnownAllergy> allergies,
    List<KnownCondition> chronicConditions,
    LastVisit lastVisit,
    FollowUp followUp,
    List<MadeReferral> referrals,
    ClosedReferral lastClosedReferral,
    Pregnancy pregnancy) {

  /** An allergy in force. */
  @Schema(name = "KnownAllergy")
  public record KnownAllergy(UUID visitId, Instant notedAt, Allergy allergy) {}

  /**
   * A condition that the person has.
   *
   * @param medicineRunsOut true when what the person takes for it has ended or soon will
   */
  @Schema(name = "KnownCondition")
  public record KnownCondition(
      UUID visitId, Instant notedAt, ChronicCondition condition, boolean medicineRunsOut) {}

  /** The latest visit. */
  @Schema(name = "LastVisit")
  public record LastVisit(UUID visitId, Instant startedAt, Outcome.Kind outcome) {}

  /** The next visit that was set and has not taken place. */
  @Schema(name = "OpenFollowUp")
  public record FollowUp(UUID visitId, LocalDate on, boolean overdue) {}

  /** An open referral. */
  @Schema(name = "MadeReferral")
  public record MadeReferral(UUID visitId, Instant notedAt, Referral referral) {}

  /** A referral that came to an end, and which. */
  @Schema(name = "ClosedReferral")
  public record ClosedReferral(
      UUID visitId,
      Instant notedAt,
      Referral referral,
      ReferralOutcome.Kind outcome,
      LocalDate on,
      String note) {}

  /** A pregnancy that the latest word says there is. */
  @Schema(name = "KnownPregnancy")
  public record Pregnancy(UUID visitId, Instant notedAt) {}
}
