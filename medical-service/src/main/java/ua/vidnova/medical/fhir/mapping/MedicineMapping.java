package ua.vidnova.medical.fhir.mapping;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.medical.visit.GivenMedicine;
import ua.vidnova.medical.visit.GivenMedicine.Way;
import ua.vidnova.medical.visit.Visit;

/**
 * Medicines of a visit: what was handed out is a FHIR MedicationDispense, what was given on the
 * spot a MedicationAdministration. The medicine with its batch stands inside.
 */
public final class MedicineMapping {

  public static final String CATALOGUE = "urn:vidnova:medicine";
  private static final String MEDICATION = "medication";

  private MedicineMapping() {}

  public static List<MedicationDispense> dispensed(Visit visit, UUID personId) {
    return given(visit, Way.DISPENSED).stream()
        .map(one -> dispense(visit, one).setSubject(FhirTypes.patient(personId)))
        .toList();
  }

  public static List<MedicationAdministration> administered(Visit visit, UUID personId) {
    return given(visit, Way.ADMINISTERED).stream()
        .map(one -> administration(visit, one).setSubject(FhirTypes.patient(personId)))
        .toList();
  }

  /** What and how much, for people to read. */
  public static String words(Resource resource) {
    var medication = (Medication) ((DomainResource) resource).getContained().getFirst();
    var quantity =
        resource instanceof MedicationDispense dispense
            ? dispense.getQuantity()
            : ((MedicationAdministration) resource).getDosage().getDose();
    return medication.getCode().getText()
        + ", "
        + quantity.getValue().toPlainString()
        + " "
        + quantity.getUnit();
  }

  private static List<GivenMedicine> given(Visit visit, Way way) {
    return visit.factsOnDemand().medicines().stream().filter(one -> one.given() == way).toList();
  }

  private static MedicationDispense dispense(Visit visit, GivenMedicine medicine) {
    var dispense = new MedicationDispense();
    dispense.setId(medicine.id().toString());
    dispense.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    dispense.setStatus(
        visit.isWithdrawn()
            ? MedicationDispenseStatus.ENTEREDINERROR
            : MedicationDispenseStatus.COMPLETED);
    dispense.addContained(medication(medicine));
    dispense.setMedication(new Reference("#" + MEDICATION));
    dispense.setContext(FhirTypes.encounter(visit.id()));
    dispense.addPerformer().setActor(FhirTypes.medic(visit));
    dispense.setQuantity(quantity(medicine));
    dispense.setWhenHandedOverElement(FhirTypes.dateTime(visit.startedAt()));
    if (medicine.dosage() != null) {
      dispense.addDosageInstruction().setText(medicine.dosage());
    }
    return dispense;
  }

  private static MedicationAdministration administration(Visit visit, GivenMedicine medicine) {
    var administration = new MedicationAdministration();
    administration.setId(medicine.id().toString());
    administration.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    administration.setStatus(
        visit.isWithdrawn()
            ? MedicationAdministrationStatus.ENTEREDINERROR
            : MedicationAdministrationStatus.COMPLETED);
    administration.addContained(medication(medicine));
    administration.setMedication(new Reference("#" + MEDICATION));
    administration.setContext(FhirTypes.encounter(visit.id()));
    administration.setEffective(FhirTypes.dateTime(visit.startedAt()));
    administration.addPerformer().setActor(FhirTypes.medic(visit));
    administration.getDosage().setText(medicine.dosage()).setDose(quantity(medicine));
    return administration;
  }

  private static Medication medication(GivenMedicine medicine) {
    var medication = new Medication();
    medication.setId(MEDICATION);
    var code = new CodeableConcept().setText(medicine.name());
    if (medicine.medicineId() != null) {
      code.addCoding(new Coding().setSystem(CATALOGUE).setCode(medicine.medicineId().toString()));
    }
    medication.setCode(code);
    medication
        .getBatch()
        .setLotNumber(medicine.batch())
        .setExpirationDateElement(new DateTimeType(medicine.expiresOn().toString()));
    return medication;
  }

  private static Quantity quantity(GivenMedicine medicine) {
    return new Quantity().setValue(medicine.quantity()).setUnit(medicine.unit());
  }
}
