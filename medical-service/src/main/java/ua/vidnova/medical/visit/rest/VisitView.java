package ua.vidnova.medical.visit.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.Birth;
import ua.vidnova.medical.visit.CareAction;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Diagnosis;
import ua.vidnova.medical.visit.GivenMedicine;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Protection;
import ua.vidnova.medical.visit.Reason;
import ua.vidnova.medical.visit.Referral;
import ua.vidnova.medical.visit.RelationToEvent;
import ua.vidnova.medical.visit.Seen;
import ua.vidnova.medical.visit.Vaccination;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitFacts;
import ua.vidnova.medical.visit.VisitRules;
import ua.vidnova.medical.visit.Vitals;
import ua.vidnova.medical.visit.Warning;

/** A visit as medics see it, as it was last corrected. */
@Schema(name = "Visit")
record VisitView(
    UUID id,
    @Schema(description = "From 1; the ETag, to be sent as If-Match with a correction")
        int revision,
    @Schema(description = "Why this revision was made; null in the first") String correctionReason,
    @Schema(description = "Entered in error: it counts nowhere") boolean withdrawn,
    UUID residentId,
    UUID tripId,
    String settlement,
    Instant startedAt,
    Instant endedAt,
    Sex sex,
    Integer ageYears,
    Boolean pregnant,
    Seen.IdentityEvidence identityEvidence,
    Seen.Consent consent,
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
    @Schema(description = "Null where the reader may not know of it, and in lists")
        List<Protection> protection,
    boolean electronicPrescription,
    boolean needsRehabilitation,
    RelationToEvent relationToEvent,
    List<Integer> mdsItems,
    Outcome outcome,
    @Schema(description = "What people should look into, such as medicine that was out of date")
        List<Warning> warnings,
    @Schema(description = "The name of the medic who made this revision") String recordedBy,
    Instant recordedAt) {

  /** Without protection flags. */
  static VisitView of(Visit visit) {
    return of(visit, visit.facts(), null);
  }

  /** With protection flags, for who may know of them. */
  static VisitView whole(Visit visit) {
    var facts = visit.wholeFacts();
    return of(visit, facts, facts.protection());
  }

  private static VisitView of(Visit visit, VisitFacts facts, List<Protection> protection) {
    return new VisitView(
        visit.id(),
        visit.revision(),
        visit.correctionReason().orElse(null),
        visit.isWithdrawn(),
        facts.residentId(),
        facts.tripId(),
        facts.settlement(),
        facts.startedAt(),
        facts.endedAt(),
        facts.seen().sex(),
        facts.seen().ageYears(),
        facts.seen().pregnant(),
        facts.seen().identityEvidence(),
        facts.seen().consent(),
        facts.complaint(),
        facts.vitals(),
        facts.reasons(),
        facts.diagnoses(),
        facts.actions(),
        facts.medicines(),
        facts.vaccinations(),
        facts.allergies(),
        facts.chronicConditions(),
        facts.referrals(),
        facts.births(),
        protection,
        facts.electronicPrescription(),
        facts.needsRehabilitation(),
        facts.relationToEvent(),
        facts.mdsItems(),
        facts.outcome(),
        VisitRules.warn(facts),
        visit.recordedByName(),
        visit.recordedAt());
  }
}
