package ua.vidnova.medical.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * A person with all records that registry found to be theirs.
 *
 * @param resident the record under which the person is known
 * @param merged the person's other records; usually none
 */
public record Person(Resident resident, List<Resident> merged) {

  /** The person of whom this is a record; the survivor counts once they can be visited. */
  public static Person of(Resident record) {
    var known = record.mergedInto().flatMap(Resident::findRegistered).orElse(record);
    return new Person(known, Resident.listMergedInto(known.id()));
  }

  public UUID id() {
    return resident.id();
  }

  /** Ids of all records, the known one first. */
  public List<UUID> recordIds() {
    return records().map(Resident::id).toList();
  }

  /** KATOTTG code of the settlement where the person lives. */
  public String settlement() {
    return resident.settlement();
  }

  /** Empty while no record has it; the known record's before others, as is the birth date. */
  public Optional<Sex> sex() {
    return records().flatMap(record -> record.sex().stream()).findFirst();
  }

  public Optional<LocalDate> birthDate() {
    return recordOfBirth().flatMap(Resident::birthDate);
  }

  /** False while the birth date is only reckoned from the age that a medic saw. */
  public boolean birthDateIsKnown() {
    return recordOfBirth().filter(record -> !record.isAnonymous()).isPresent();
  }

  private Optional<Resident> recordOfBirth() {
    return records().filter(record -> record.birthDate().isPresent()).findFirst();
  }

  /** Day of death, if any record has one; the known record's before others. */
  public Optional<LocalDate> diedOn() {
    return records().flatMap(record -> record.diedOn().stream()).findFirst();
  }

  /**
   * True when the person was dead at the end of the day before; the day of death itself is open.
   */
  public boolean wasDeadBefore(LocalDate day) {
    return diedOn().filter(death -> death.isBefore(day)).isPresent();
  }

  /** Time of the newest event that any record rests on. */
  public Instant asOf() {
    return records().map(Resident::asOf).max(Instant::compareTo).orElseThrow();
  }

  private Stream<Resident> records() {
    return Stream.concat(Stream.of(resident), merged.stream());
  }
}
