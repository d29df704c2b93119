package ua.vidnova.medical.visit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import ua.vidnova.chassis.paging.PageRequest;

/** Where a visit stands in a list of visits, newest first. */
public record VisitPosition(Instant startedAt, UUID revisionId) {

  public static VisitPosition of(Visit visit) {
    return new VisitPosition(visit.startedAt(), visit.revisionId());
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws ua.vidnova.chassis.problems.ProblemException 400 when it was not made by this list
   */
  public static VisitPosition parse(String position) {
    try {
      var parts = position.split("/", 2);
      return new VisitPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw PageRequest.notOurs();
    }
  }

  @Override
  public String toString() {
    return startedAt + "/" + revisionId;
  }
}
