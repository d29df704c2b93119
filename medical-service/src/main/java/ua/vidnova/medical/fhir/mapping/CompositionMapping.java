package ua.vidnova.medical.fhir.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.medical.visit.Visit;

/**
 * The note of a visit as a FHIR Composition: what the medic wrote, and references to all that the
 * visit made. Section codes are LOINC's.
 */
public final class CompositionMapping {

  private static final Coding CONSULT_NOTE = new Coding(FhirTypes.LOINC, "11488-4", "Consult note");

  private CompositionMapping() {}

  public static Composition of(Visit visit, UUID personId) {
    var note = new Composition();
    note.setId(visit.id().toString());
    note.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    note.setStatus(
        visit.isWithdrawn() ? CompositionStatus.ENTEREDINERROR : CompositionStatus.FINAL);
    note.setType(new CodeableConcept(CONSULT_NOTE.copy()));
    note.setSubject(FhirTypes.patient(personId));
    note.setEncounter(FhirTypes.encounter(visit.id()));
    note.setDateElement(FhirTypes.dateTime(visit.recordedAt()));
    note.addAuthor(FhirTypes.medic(visit));
    note.setTitle("Visit of a mobile medical brigade");
    note.setSection(sections(visit, personId));
    return note;
  }

  private static List<SectionComponent> sections(Visit visit, UUID personId) {
    var facts = visit.factsOnDemand();
    return Stream.of(
            text("10154-3", "Chief complaint", Stream.ofNullable(facts.complaint()).toList()),
            entries("8716-3", "Vital signs", ObservationMapping.of(visit, personId)),
            entries("11450-4", "Diagnoses and problems", ConditionMapping.of(visit, personId)),
            entries("48765-2", "Allergies", AllergyMapping.of(visit, personId)),
            text(
                "29554-3",
                "What was done",
                facts.actions().stream().map(one -> line(one.code(), one.text())).toList()),
            entries("10160-0", "Medicines", medicines(visit, personId)),
            entries("11369-6", "Vaccinations", ImmunizationMapping.of(visit, personId)),
            entries("18776-5", "Referrals", ReferralMapping.of(visit, personId)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Resource> medicines(Visit visit, UUID personId) {
    var medicines = new ArrayList<Resource>(MedicineMapping.dispensed(visit, personId));
    medicines.addAll(MedicineMapping.administered(visit, personId));
    return medicines;
  }

  private static SectionComponent text(String code, String title, List<String> lines) {
    return lines.isEmpty() ? null : section(code, title).setText(NarrativeText.of(lines));
  }

  private static SectionComponent entries(
      String code, String title, List<? extends Resource> resources) {
    if (resources.isEmpty()) {
      return null;
    }
    var section = section(code, title);
    resources.forEach(one -> section.addEntry(reference(one)));
    return section;
  }

  /** A reference to a resource of the record. */
  public static Reference reference(Resource resource) {
    return new Reference(resource.fhirType() + "/" + resource.getIdPart());
  }

  private static SectionComponent section(String code, String title) {
    return new SectionComponent()
        .setTitle(title)
        .setCode(new CodeableConcept(new Coding().setSystem(FhirTypes.LOINC).setCode(code)));
  }

  private static String line(String code, String text) {
    return text == null ? code : code + " " + text;
  }
}
