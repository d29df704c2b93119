package ua.vidnova.registry.search;

import java.util.UUID;
import ua.vidnova.chassis.paging.PageRequest;

/** Where a page of search results ended. Holds no name, since cursors end up in access logs. */
record SearchPosition(Closeness closeness, double rank, UUID id) {

  /**
   * Reads a position back.
   *
   * @throws ua.vidnova.chassis.problems.ProblemException 400 when it is not one of ours
   */
  static SearchPosition parse(String text) {
    var parts = text.split(" ", 3);
    try {
      return new SearchPosition(
          Closeness.valueOf(parts[0]), Double.parseDouble(parts[1]), UUID.fromString(parts[2]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw PageRequest.notOurs();
    }
  }

  @Override
  public String toString() {
    return closeness + " " + rank + " " + id;
  }
}
