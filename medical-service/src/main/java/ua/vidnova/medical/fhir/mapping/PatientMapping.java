package ua.vidnova.medical.fhir.mapping;

import java.util.UUID;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.PersonName;
import ua.vidnova.medical.resident.Resident;

/**
 * A resident as a FHIR Patient. While two records are of one person, their patients are linked: the
 * merged one is inactive and replaced by the other.
 */
public final class PatientMapping {

  private PatientMapping() {}

  /** The patient of one record of a person. */
  public static Patient of(Resident resident, Person person) {
    var patient = new Patient();
    patient.setId(resident.id().toString());
    patient.getMeta().setLastUpdatedElement(FhirTypes.instant(person.asOf()));
    patient.addIdentifier().setSystem(FhirTypes.URI).setValue("urn:uuid:" + resident.id());
    resident.name().map(PatientMapping::name).ifPresent(patient::addName);
    patient.setGender(
        resident.sex().map(PatientMapping::gender).orElse(AdministrativeGender.UNKNOWN));
    resident
        .birthDate()
        .ifPresent(born -> patient.setBirthDateElement(new DateType(born.toString())));
    person.diedOn().ifPresent(died -> patient.setDeceased(new DateTimeType(died.toString())));
    patient.addAddress(address(resident.settlement()));
    link(patient, resident, person);
    return patient;
  }

  private static void link(Patient patient, Resident resident, Person person) {
    if (resident.id().equals(person.id())) {
      person.merged().forEach(merged -> link(patient, merged.id(), LinkType.REPLACES));
    } else {
      patient.setActive(false);
      link(patient, person.id(), LinkType.REPLACEDBY);
    }
  }

  private static void link(Patient patient, UUID other, LinkType type) {
    patient.addLink().setOther(FhirTypes.patient(other)).setType(type);
  }

  private static HumanName name(PersonName person) {
    var name =
        new HumanName()
            .setUse(HumanName.NameUse.OFFICIAL)
            .setFamily(person.family())
            .addGiven(person.given());
    return person.patronymic() == null ? name : name.addGiven(person.patronymic());
  }

  private static AdministrativeGender gender(Sex sex) {
    return switch (sex) {
      case MALE -> AdministrativeGender.MALE;
      case FEMALE -> AdministrativeGender.FEMALE;
    };
  }

  private static Address address(String settlement) {
    var address = new Address().setUse(Address.AddressUse.HOME).setCountry("UA");
    Territories.ukraine().lineage(settlement).forEach(territory -> add(address, territory));
    return address;
  }

  private static void add(Address address, Territory territory) {
    switch (territory.category()) {
      case "M", "X", "C", "K" -> address.setCity(territory.nameUk());
      case "P" -> address.setDistrict(territory.nameUk());
      case "O" -> address.setState(territory.nameUk());
      default -> {
        // FHIR's address has no line for hromadas and city districts.
      }
    }
  }
}
