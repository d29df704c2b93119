package ua.vidnova.medical.fhir.transaction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter.DiagnosisComponent;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.ServiceRequest;
import ua.vidnova.medical.fhir.mapping.ConditionMapping;
import ua.vidnova.medical.fhir.mapping.EncounterMapping;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.fhir.mapping.ImmunizationMapping;
import ua.vidnova.medical.fhir.mapping.MedicineMapping;
import ua.vidnova.medical.fhir.mapping.ReferralMapping;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.fhir.transaction.VisitBundle.Part;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.CareAction;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Diagnosis;
import ua.vidnova.medical.visit.GivenMedicine;
import ua.vidnova.medical.visit.GivenMedicine.Way;
import ua.vidnova.medical.visit.Referral;
import ua.vidnova.medical.visit.Vaccination;

/**
 * What a bundle's resources say of the visit: the reverse of the mappings. What a visit must have
 * is not asked here but by its rules. Parts have no ids: those follow from the visit's, so that a
 * bundle may be made anew and handed in again.
 */
final class PartsReading {

  private final VisitBundle bundle;
  private final EncounterReading encounter;
  private final Faults faults;

  PartsReading(VisitBundle bundle, EncounterReading encounter, Faults faults) {
    this.bundle = bundle;
    this.encounter = encounter;
    this.faults = faults;
  }

  /** Conditions that the Encounter names as diagnoses, by their rank. */
  List<Diagnosis> diagnoses() {
    return rankedDiagnoses().stream().map(this::diagnosis).toList();
  }

  /** The same as entries of the bundle. */
  List<Part<Condition>> rankedDiagnoses() {
    return bundle.all(Condition.class).stream()
        .filter(part -> use(part) != null)
        .sorted(Comparator.comparingInt(part -> use(part).getRank()))
        .toList();
  }

  private DiagnosisComponent use(Part<Condition> part) {
    return encounter.diagnoses().apply(part.fullUrl());
  }

  private Diagnosis diagnosis(Part<Condition> part) {
    var condition = part.resource();
    return new Diagnosis(
        required(
            Diagnosis.Role.class,
            Codes.code(use(part).getUse(), EncounterMapping.ROLES),
            bundle.encounter().path() + ".diagnosis.use"),
        faults.required(Codes.code(condition.getCode(), FhirTypes.ICPC_2), part.path() + ".code"),
        Codes.text(condition.getCode().getText()),
        required(
            Diagnosis.ClinicalStatus.class,
            Codes.code(condition.getClinicalStatus(), ConditionMapping.CLINICAL),
            part.path() + ".clinicalStatus"),
        required(
            Diagnosis.VerificationStatus.class,
            Codes.code(condition.getVerificationStatus(), ConditionMapping.VERIFICATION),
            part.path() + ".verificationStatus"),
        Codes.constant(
            Diagnosis.Severity.class,
            Codes.code(condition.getSeverity(), ConditionMapping.SEVERITY),
            part.path() + ".severity",
            faults),
        onset(part));
  }

  private LocalDate onset(Part<Condition> part) {
    return Codes.day(part.resource().getOnset(), part.path() + ".onsetDateTime", faults);
  }

  /** Conditions that are no diagnosis of the Encounter. */
  List<ChronicCondition> chronicConditions() {
    return chronicParts().stream().map(this::chronic).toList();
  }

  /** The same as entries of the bundle. */
  List<Part<Condition>> chronicParts() {
    return bundle.all(Condition.class).stream().filter(part -> use(part) == null).toList();
  }

  private ChronicCondition chronic(Part<Condition> part) {
    var condition = part.resource();
    var refuted =
        "refuted"
            .equals(Codes.code(condition.getVerificationStatus(), ConditionMapping.VERIFICATION));
    return new ChronicCondition(
        null,
        Codes.code(condition.getCode(), FhirTypes.ICPC_2),
        text(condition.getCode().getText(), part.path() + ".code.text"),
        onset(part),
        refuted
            ? ChronicCondition.Status.REFUTED
            : required(
                ChronicCondition.Status.class,
                Codes.code(condition.getClinicalStatus(), ConditionMapping.CLINICAL),
                part.path() + ".clinicalStatus"),
        null);
  }

  List<CareAction> actions() {
    return bundle.all(Procedure.class).stream()
        .map(
            part ->
                new CareAction(
                    faults.required(
                        Codes.code(part.resource().getCode(), FhirTypes.ICPC_2),
                        part.path() + ".code"),
                    Codes.text(part.resource().getCode().getText())))
        .toList();
  }

  List<Allergy> allergies() {
    return bundle.all(AllergyIntolerance.class).stream().map(this::allergy).toList();
  }

  private Allergy allergy(Part<AllergyIntolerance> part) {
    var allergy = part.resource();
    var refuted = "refuted".equals(allergy.getVerificationStatus().getCodingFirstRep().getCode());
    return new Allergy(
        null,
        required(
            Allergy.Category.class,
            allergy.hasCategory() ? allergy.getCategory().getFirst().getCode() : null,
            part.path() + ".category"),
        text(allergy.getCode().getText(), part.path() + ".code.text"),
        Codes.constant(
            Allergy.Criticality.class,
            allergy.hasCriticality() ? allergy.getCriticality().toCode() : null,
            part.path() + ".criticality",
            faults),
        Codes.text(allergy.getReactionFirstRep().getManifestationFirstRep().getText()),
        refuted
            ? Allergy.Status.REFUTED
            : required(
                Allergy.Status.class,
                allergy.getClinicalStatus().getCodingFirstRep().getCode(),
                part.path() + ".clinicalStatus"));
  }

  List<GivenMedicine> medicines() {
    return medicineParts().stream().map(this::given).toList();
  }

  /** The same as entries of the bundle. */
  List<Part<? extends DomainResource>> medicineParts() {
    return Stream.<Part<? extends DomainResource>>concat(
            bundle.all(MedicationDispense.class).stream(),
            bundle.all(MedicationAdministration.class).stream())
        .toList();
  }

  private GivenMedicine given(Part<? extends DomainResource> part) {
    return switch (part.resource()) {
      case MedicationDispense dispense ->
          medicine(
              part,
              dispense.getQuantity(),
              Way.DISPENSED,
              dispense.hasDosageInstruction()
                  ? dispense.getDosageInstructionFirstRep().getText()
                  : null);
      case MedicationAdministration administration -> {
        var dosage = administration.getDosage();
        yield medicine(part, dosage.getDose(), Way.ADMINISTERED, dosage.getText());
      }
      default -> throw new IllegalStateException("No medicine is given by " + part.path());
    };
  }

  private GivenMedicine medicine(
      Part<? extends DomainResource> part, Quantity quantity, Way way, String dosage) {
    var medication =
        part.resource().getContained().stream()
            .filter(Medication.class::isInstance)
            .map(Medication.class::cast)
            .findFirst()
            .orElseGet(
                () -> {
                  faults.add(part.path() + ".contained", "required", "Give the Medication inside.");
                  return new Medication();
                });
    var id = Codes.code(medication.getCode(), MedicineMapping.CATALOGUE);
    return new GivenMedicine(
        null,
        id == null ? null : catalogued(id, part.path()),
        text(medication.getCode().getText(), part.path() + ".contained.code.text"),
        text(medication.getBatch().getLotNumber(), part.path() + ".contained.batch.lotNumber"),
        day(
            medication.getBatch().getExpirationDateElement(),
            part.path() + ".contained.batch.expirationDate"),
        faults.required(quantity.getValue(), part.path() + ".quantity.value"),
        text(quantity.getUnit(), part.path() + ".quantity.unit"),
        way,
        Codes.text(dosage));
  }

  private UUID catalogued(String id, String path) {
    return ResourceId.uuid(id)
        .orElseGet(() -> faults.add(path + ".contained.code", "not-an-id", "Give a UUID."));
  }

  List<Vaccination> vaccinations() {
    return bundle.all(Immunization.class).stream().map(this::vaccination).toList();
  }

  private Vaccination vaccination(Part<Immunization> part) {
    var immunization = part.resource();
    var protocol = immunization.getProtocolAppliedFirstRep();
    return new Vaccination(
        null,
        null,
        faults.required(
            Codes.code(immunization.getVaccineCode(), ImmunizationMapping.VACCINES),
            part.path() + ".vaccineCode"),
        text(immunization.getVaccineCode().getText(), part.path() + ".vaccineCode.text"),
        text(immunization.getLotNumber(), part.path() + ".lotNumber"),
        day(immunization.getExpirationDateElement(), part.path() + ".expirationDate"),
        protocol.hasDoseNumberPositiveIntType()
            ? protocol.getDoseNumberPositiveIntType().getValue()
            : null,
        Codes.text(immunization.getSite().getText()));
  }

  List<Referral> referrals() {
    return bundle.all(ServiceRequest.class).stream().map(this::referral).toList();
  }

  private Referral referral(Part<ServiceRequest> part) {
    var request = part.resource();
    return new Referral(
        null,
        required(
            Referral.Kind.class,
            Codes.code(request.getCode(), ReferralMapping.KINDS),
            part.path() + ".code"),
        text(request.getPerformerFirstRep().getDisplay(), part.path() + ".performer.display"),
        Codes.text(request.getPerformerType().getText()),
        faults.required(urgency(request), part.path() + ".priority"),
        required(
            Referral.Transport.class,
            Codes.code(request.getOrderDetailFirstRep(), ReferralMapping.TRANSPORTS),
            part.path() + ".orderDetail"),
        Codes.text(request.getReasonCodeFirstRep().getText()));
  }

  private static Referral.Urgency urgency(ServiceRequest request) {
    return request.hasPriority()
        ? switch (request.getPriority()) {
          case ROUTINE -> Referral.Urgency.ROUTINE;
          case URGENT -> Referral.Urgency.URGENT;
          case ASAP, STAT -> Referral.Urgency.EMERGENCY;
          case NULL -> null;
        }
        : null;
  }

  private <E extends Enum<E>> E required(Class<E> type, String code, String path) {
    return faults.required(Codes.constant(type, code, path, faults), path);
  }

  private String text(String text, String path) {
    return faults.required(Codes.text(text), path);
  }

  private LocalDate day(BaseDateTimeType date, String path) {
    return faults.required(Codes.day(date, path, faults), path);
  }
}
