package ua.vidnova.registry.review;

import java.util.UUID;
import ua.vidnova.chassis.paging.PageRequest;

/** Where a page of the queue ended. */
record ReviewPosition(double bits, UUID id) {

  static final ReviewPosition START = new ReviewPosition(Double.MAX_VALUE, new UUID(0, 0));

  /**
   * Reads a position back.
   *
   * @throws ua.vidnova.chassis.problems.ProblemException 400 when it is not one of ours
   */
  static ReviewPosition parse(String text) {
    var parts = text.split(" ", 2);
    try {
      var bits = Double.parseDouble(parts[0]);
      if (!Double.isFinite(bits)) {
        throw PageRequest.notOurs();
      }
      return new ReviewPosition(bits, UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw PageRequest.notOurs();
    }
  }

  @Override
  public String toString() {
    return bits + " " + id;
  }
}
