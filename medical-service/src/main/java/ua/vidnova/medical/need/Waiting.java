package ua.vidnova.medical.need;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.resident.PersonName;

/**
 * Someone who awaits a visit at a stop: a person with a record, or whom one request names.
 *
 * @param request empty when nobody asked and a visit is due all the same
 * @param household key under which those who live together are found
 */
record Waiting(
    UUID stopId,
    LocalDate on,
    Optional<Asked> request,
    Optional<OnRecord> person,
    String household,
    PersonFacts facts) {

  /** What was asked. */
  record Asked(UUID needId, LocalDate askedOn, String about, String address, String words) {}

  /** Whom the clinic knows. */
  record OnRecord(UUID id, PersonName name, LocalDate bornOn, Sex sex) {}

  /** The same for all rows of one person. */
  UUID identity() {
    return person.map(OnRecord::id).orElseGet(() -> request.orElseThrow().needId());
  }
}
