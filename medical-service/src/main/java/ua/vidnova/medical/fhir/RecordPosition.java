package ua.vidnova.medical.fhir;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import ua.vidnova.chassis.paging.PageRequest;

/**
 * Where a resource stands in a person's record: newest visit first, then by place within the visit.
 */
record RecordPosition(Instant startedAt, UUID visitId, int place) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws ua.vidnova.chassis.problems.ProblemException 400 when it was not made by this list
   */
  static RecordPosition parse(String position) {
    try {
      var parts = position.split("/", 3);
      return new RecordPosition(
          Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
    } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw PageRequest.notOurs();
    }
  }

  @Override
  public String toString() {
    return startedAt + "/" + visitId + "/" + place;
  }
}
