package ua.vidnova.medical.visit.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.Anonymous;
import ua.vidnova.medical.visit.Birth;
import ua.vidnova.medical.visit.CareAction;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Correction;
import ua.vidnova.medical.visit.Diagnosis;
import ua.vidnova.medical.visit.GivenMedicine;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Protection;
import ua.vidnova.medical.visit.Reason;
import ua.vidnova.medical.visit.Referral;
import ua.vidnova.medical.visit.RelationToEvent;
import ua.vidnova.medical.visit.Seen;
import ua.vidnova.medical.visit.Vaccination;
import ua.vidnova.medical.visit.VisitFacts;
import ua.vidnova.medical.visit.Vitals;

/**
 * A visit as a medic hands it in, for the first time or corrected. Sizes here only bound the work;
 * what the parts must be, the rules of visits say.
 */
@Schema(name = "VisitRequest")
record VisitRequest(
    @Schema(description = "UUIDv7 made on the device; without it the server makes one") UUID id,
    @Schema(description = "Either this or anonymous") UUID residentId,
    @Schema(description = "Someone who did not say who they are; the first time")
        Anonymous anonymous,
    UUID tripId,
    @NotNull
        @Schema(description = "KATOTTG code of where the person was seen", pattern = "^UA\\d{17}$")
        String settlement,
    @NotNull @Schema(description = "Kept to the millisecond") Instant startedAt,
    Instant endedAt,
    @Schema(description = "With ageYears, while the person's identity is not known here") Sex sex,
    @Schema(description = "Full years on the day of the visit", minimum = "0", maximum = "130")
        Integer ageYears,
    Boolean pregnant,
    Seen.IdentityEvidence identityEvidence,
    @Schema(description = "Required, but for outcome DEAD_ON_ARRIVAL") Seen.Consent consent,
    @Size(max = 4000) String complaint,
    @Schema(description = "Null or absent: not measured; limits are answered with the refusal")
        Vitals vitals,
    @Size(max = 100) List<@NotNull Reason> reasons,
    @Schema(
            description =
                "Ranked, exactly one PRIMARY; may be empty with CARE_DECLINED, DEAD_ON_ARRIVAL")
        @Size(max = 100)
        List<@NotNull Diagnosis> diagnoses,
    @Size(max = 100) List<@NotNull CareAction> actions,
    @Size(max = 100) List<@NotNull GivenMedicine> medicines,
    @Size(max = 100) List<@NotNull Vaccination> vaccinations,
    @Size(max = 100) List<@NotNull Allergy> allergies,
    @Size(max = 100) List<@NotNull ChronicCondition> chronicConditions,
    @Size(max = 100) List<@NotNull Referral> referrals,
    @Size(max = 100) List<@NotNull Birth> births,
    @Schema(description = "Shown to protection officers and to the medic only") @Size(max = 100)
        List<@NotNull Protection> protection,
    Boolean electronicPrescription,
    Boolean needsRehabilitation,
    RelationToEvent relationToEvent,
    @Schema(description = "Items 4 to 35 and 47 to 50 of the WHO EMT Minimum Data Set")
        @Size(max = 100)
        List<@NotNull Integer> mdsItems,
    @NotNull @Valid OutcomeRequest outcome,
    @Schema(description = "Of a correction, and only then: why") @Size(max = 1000) String reason,
    @Schema(description = "Of a correction, and only then: the visit was entered in error")
        Boolean withdrawn) {

  /** How the visit ended. */
  @Schema(name = "VisitOutcome")
  record OutcomeRequest(
      @NotNull Outcome.Kind kind,
      @Schema(description = "With DECEASED and DEAD_ON_ARRIVAL, and only then") LocalDate diedOn,
      @Schema(description = "With FOLLOW_UP; also allowed with REFERRED, ADMITTED, CARE_DECLINED")
          LocalDate followUpOn,
      @Schema(description = "With REFERRED and ADMITTED, and only then") String referralTo) {}

  /** What is wrong with the members around the facts, of a first record. */
  List<FieldError> refusalsOfRecord() {
    var errors = refusals();
    if (reason != null) {
      errors.add(new FieldError("reason", "not-applicable", "Only a correction has it."));
    }
    if (withdrawn != null) {
      errors.add(new FieldError("withdrawn", "not-applicable", "Only a correction has it."));
    }
    return errors;
  }

  /** The same of a correction. */
  List<FieldError> refusalsOfCorrection() {
    var errors = refusals();
    if (reason == null || reason.isBlank()) {
      errors.add(new FieldError("reason", "required", "Say why."));
    }
    return errors;
  }

  private List<FieldError> refusals() {
    var errors = new ArrayList<FieldError>();
    if (id != null && !Ids.isTimeOrdered(id)) {
      errors.add(new FieldError("id", "not-uuid-v7", "Make the id as a UUID version 7."));
    }
    if (residentId == null && anonymous == null) {
      errors.add(new FieldError("residentId", "required", "Name the resident."));
    } else if (residentId != null && anonymous != null) {
      errors.add(new FieldError("anonymous", "not-applicable", "The resident is named."));
    } else if (anonymous != null && (sex != null || ageYears != null)) {
      errors.add(new FieldError("sex", "not-applicable", "Sex and age are in anonymous."));
    }
    return errors;
  }

  UUID idOrNew() {
    return id == null ? Ids.newId() : id;
  }

  Correction correction() {
    return new Correction(reason.strip(), Boolean.TRUE.equals(withdrawn));
  }

  VisitFacts facts() {
    return new VisitFacts(
        anonymous == null ? residentId : anonymous.id(),
        tripId,
        settlement,
        startedAt,
        endedAt,
        seen(),
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
        protection,
        Boolean.TRUE.equals(electronicPrescription),
        Boolean.TRUE.equals(needsRehabilitation),
        relationToEvent,
        mdsItems,
        new Outcome(outcome.kind(), outcome.diedOn(), outcome.followUpOn(), outcome.referralTo()));
  }

  private Seen seen() {
    return anonymous == null
        ? new Seen(sex, ageYears, pregnant, identityEvidence, consent)
        : new Seen(anonymous.sex(), anonymous.fullYears(), pregnant, identityEvidence, consent);
  }
}
