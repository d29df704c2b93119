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
 * @param takenBy the trip that has taken the person upon itself
 */
record Waiting(
    UUID stopId,
    LocalDate on,
    Optional<Asked> request,
    Optional<OnRecord> person,
    Optional<UUID> takenBy,
    Home home,
    PersonFacts facts) {

  /** What was asked. */
  record Asked(UUID needId, LocalDate askedOn, String about, String address, String words) {}

  /**
   * With whom they live; each part is null when nobody tells it.
   *
   * @param registered the household of which registry tells
   * @param told the household of which a request tells
   * @param address of a request, alike however the same one was written
   */
  record Home(UUID registered, UUID told, String address) {

    /** What a request says is asked only where registry is silent. */
    UUID household() {
      return registered == null ? told : registered;
    }

    HomeSource knownFrom() {
      return registered != null
          ? HomeSource.REGISTRY
          : told != null || address != null ? HomeSource.REQUEST : null;
    }
  }

  /** Whom the clinic knows. */
  record OnRecord(UUID id, PersonName name, LocalDate bornOn, Sex sex) {}

  /** Whether no other trip than this has taken the person. */
  boolean isLeftTo(UUID tripId) {
    return takenBy.filter(trip -> !trip.equals(tripId)).isEmpty();
  }

  /** The same for all rows of one person. */
  UUID identity() {
    return person.map(OnRecord::id).orElseGet(() -> request.orElseThrow().needId());
  }
}
