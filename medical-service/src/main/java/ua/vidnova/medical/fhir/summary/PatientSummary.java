package ua.vidnova.medical.fhir.summary;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.medical.fhir.mapping.AllergyMapping;
import ua.vidnova.medical.fhir.mapping.CompositionMapping;
import ua.vidnova.medical.fhir.mapping.ConditionMapping;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.fhir.mapping.ImmunizationMapping;
import ua.vidnova.medical.fhir.mapping.MedicineMapping;
import ua.vidnova.medical.fhir.mapping.NarrativeText;
import ua.vidnova.medical.fhir.mapping.ObservationMapping;
import ua.vidnova.medical.fhir.mapping.OrganizationMapping;
import ua.vidnova.medical.fhir.mapping.PractitionerMapping;
import ua.vidnova.medical.referral.ReferralKey;
import ua.vidnova.medical.visit.Visit;

/**
 * An International Patient Summary (HL7 IPS 2.0.0): the last word on illnesses and allergies, what
 * was given lately, vaccinations, and the latest vital signs. What was found never to have been is
 * left out, and so is what was entered in error. A section without entries says that nothing is
 * known here, which is not that there is nothing.
 */
public final class PatientSummary {

  private static final String IPS = "http://hl7.org/fhir/uv/ips/StructureDefinition/";
  private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
  private static final String EMPTY = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

  private final Patient patient;
  private final UUID personId;
  private final List<Visit> visits;
  private final Set<ReferralKey> closedReferrals;
  private final Instant now;
  private final Instant recent;
  private final Composition composition = new Composition();
  private final Map<String, Resource> entries = new LinkedHashMap<>();

  private PatientSummary(
      Patient patient,
      UUID personId,
      List<Visit> visits,
      Set<ReferralKey> closedReferrals,
      Instant now,
      Period recency) {
    this.patient = patient;
    this.personId = personId;
    this.visits = visits.stream().filter(visit -> !visit.isWithdrawn()).toList();
    this.closedReferrals = closedReferrals;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.recent = now.minus(recency.getDays(), ChronoUnit.DAYS);
  }

  /**
   * Makes the document.
   *
   * @param visits of the person, newest first
   * @param closedReferrals of these visits; nothing of them is still planned
   * @param recency how long ago diagnoses and medicines still count; days only
   * @param id of the document
   */
  public static Bundle of(
      Patient patient,
      UUID personId,
      List<Visit> visits,
      Set<ReferralKey> closedReferrals,
      Instant now,
      Period recency,
      UUID id,
      String baseUrl) {
    return new PatientSummary(patient, personId, visits, closedReferrals, now, recency)
        .document(id, baseUrl);
  }

  private Bundle document(UUID id, String baseUrl) {
    head(id);
    addProblems();
    addAllergies();
    addMedicines();
    addImmunizations();
    addVitalSigns();
    addPlan();
    var bundle = new Bundle().setType(Bundle.BundleType.DOCUMENT);
    bundle.setId(id.toString());
    bundle.getMeta().addProfile(IPS + "Bundle-uv-ips");
    bundle.getIdentifier().setSystem(FhirTypes.URI).setValue("urn:uuid:" + id);
    bundle.setTimestampElement(new InstantType(now.toString()));
    Stream.concat(Stream.of(composition, identified()), entries.values().stream())
        .forEach(
            one ->
                bundle
                    .addEntry()
                    .setFullUrl(baseUrl + "/" + one.fhirType() + "/" + one.getIdPart())
                    .setResource(one));
    return bundle;
  }

  private void head(UUID id) {
    composition.setId(id.toString());
    composition.getMeta().addProfile(IPS + "Composition-uv-ips");
    composition.setStatus(CompositionStatus.FINAL);
    composition.setType(
        new CodeableConcept(new Coding(FhirTypes.LOINC, "60591-5", "Patient summary Document")));
    composition.setSubject(CompositionMapping.reference(patient));
    composition.setDateElement(new DateTimeType(now.toString()));
    composition.addAuthor(CompositionMapping.reference(add(OrganizationMapping.service())));
    composition.setTitle("International Patient Summary");
  }

  /** The profile asks for a name and a birth date, and for the reason when there is none. */
  private Patient identified() {
    var shown = patient.copy();
    if (!shown.hasName()) {
      shown.addName(
          new HumanName().setUse(HumanName.NameUse.ANONYMOUS).setText("Особу не встановлено"));
    }
    if (!shown.hasBirthDate()) {
      var unknown = new DateType();
      unknown.addExtension(ABSENT, new CodeType("unknown"));
      shown.setBirthDateElement(unknown);
    }
    return shown;
  }

  private void addProblems() {
    var known =
        lastWords(
            ConditionMapping::of,
            condition ->
                condition.getCode().hasCoding()
                    ? condition.getCode().getCodingFirstRep().getCode()
                    : condition.getCode().getText().toLowerCase(Locale.ROOT),
            condition -> !isDiagnosis(condition) || isRecent(condition));
    var byResolved =
        known.stream()
            .filter(one -> !has(one.getVerificationStatus(), "refuted"))
            .collect(Collectors.partitioningBy(one -> has(one.getClinicalStatus(), "resolved")));
    addRequired("11450-4", "Problem list", byResolved.get(false), one -> words(one.getCode()));
    addIfAny(
        "11348-0", "History of past illness", byResolved.get(true), one -> words(one.getCode()));
  }

  private static boolean isDiagnosis(Condition condition) {
    return has(condition.getCategoryFirstRep(), ConditionMapping.DIAGNOSIS);
  }

  private boolean isRecent(Condition condition) {
    return condition.getRecordedDate().toInstant().isAfter(recent);
  }

  private void addAllergies() {
    var active =
        lastWords(
                AllergyMapping::of,
                allergy -> allergy.getCode().getText().toLowerCase(Locale.ROOT),
                allergy -> true)
            .stream()
            .filter(one -> has(one.getClinicalStatus(), "active"))
            .toList();
    addRequired("48765-2", "Allergies and intolerances", active, PatientSummary::allergyWords);
  }

  private void addMedicines() {
    var given =
        visits.stream()
            .filter(visit -> visit.startedAt().isAfter(recent))
            .flatMap(
                visit ->
                    Stream.<Resource>concat(
                        MedicineMapping.dispensed(visit, personId).stream(),
                        MedicineMapping.administered(visit, personId).stream()))
            .toList();
    addRequired("10160-0", "Medication summary", given, MedicineMapping::words);
  }

  private void addImmunizations() {
    var given =
        visits.stream().flatMap(visit -> ImmunizationMapping.of(visit, personId).stream()).toList();
    addIfAny(
        "11369-6",
        "Immunizations",
        given,
        one ->
            words(one.getVaccineCode()) + ", " + one.getOccurrenceDateTimeType().asStringValue());
  }

  private void addVitalSigns() {
    var latest =
        lastWords(
            ObservationMapping::of,
            sign -> sign.getCode().getCodingFirstRep().getCode(),
            sign -> true);
    addIfAny("8716-3", "Vital signs", latest, PatientSummary::signWords);
  }

  /** Open referrals and the next visit; the profile has no place for them but words. */
  private void addPlan() {
    var lines = new ArrayList<String>();
    visits.stream()
        .filter(visit -> visit.startedAt().isAfter(recent))
        .forEach(
            visit -> {
              var facts = visit.factsOnDemand();
              facts.referrals().stream()
                  .filter(one -> !closedReferrals.contains(ReferralKey.of(visit.id(), one)))
                  .forEach(one -> lines.add(facts.startedOn() + ": " + one.destination()));
              if (facts.outcome().followUpOn() != null) {
                lines.add("Next visit: " + facts.outcome().followUpOn());
              }
            });
    if (!lines.isEmpty()) {
      section("18776-5", "Plan of care").setText(NarrativeText.of(lines));
    }
  }

  /** The newest resource on each matter. */
  private <T extends Resource> List<T> lastWords(
      BiFunction<Visit, UUID, List<T>> mapping, Function<T, String> matter, Predicate<T> counts) {
    var heard = new HashSet<String>();
    return visits.stream()
        .flatMap(visit -> mapping.apply(visit, personId).stream())
        .filter(counts)
        .filter(one -> heard.add(matter.apply(one)))
        .toList();
  }

  private <T extends Resource> void addRequired(
      String code, String title, List<T> resources, Function<T, String> words) {
    if (resources.isEmpty()) {
      section(code, title)
          .setText(NarrativeText.of(List.of("Nothing is known here.")))
          .setEmptyReason(new CodeableConcept(new Coding(EMPTY, "unavailable", "Unavailable")));
    } else {
      addIfAny(code, title, resources, words);
    }
  }

  private <T extends Resource> void addIfAny(
      String code, String title, List<T> resources, Function<T, String> words) {
    if (!resources.isEmpty()) {
      var section = section(code, title);
      section.setText(NarrativeText.of(resources.stream().map(words).toList()));
      resources.forEach(one -> section.addEntry(CompositionMapping.reference(add(one))));
      PractitionerMapping.of(visits).forEach(this::add);
    }
  }

  private SectionComponent section(String code, String title) {
    return composition
        .addSection()
        .setTitle(title)
        .setCode(new CodeableConcept(new Coding().setSystem(FhirTypes.LOINC).setCode(code)));
  }

  private Resource add(Resource resource) {
    entries.putIfAbsent(resource.fhirType() + "/" + resource.getIdPart(), resource);
    return resource;
  }

  private static boolean has(CodeableConcept concept, String code) {
    return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
  }

  private static String words(CodeableConcept concept) {
    return concept.hasText() ? concept.getText() : concept.getCodingFirstRep().getCode();
  }

  private static String allergyWords(AllergyIntolerance allergy) {
    return allergy.hasReaction()
        ? words(allergy.getCode())
            + ": "
            + words(allergy.getReactionFirstRep().getManifestationFirstRep())
        : words(allergy.getCode());
  }

  private static String signWords(Observation sign) {
    var coding = sign.getCode().getCodingFirstRep();
    var values =
        sign.hasValueQuantity()
            ? Stream.of(sign.getValueQuantity())
            : sign.getComponent().stream()
                .filter(Observation.ObservationComponentComponent::hasValueQuantity)
                .map(Observation.ObservationComponentComponent::getValueQuantity);
    return coding.getDisplay()
        + ": "
        + values
            .map(value -> value.getValue().toPlainString() + " " + value.getUnit())
            .collect(Collectors.joining(" / "));
  }
}
