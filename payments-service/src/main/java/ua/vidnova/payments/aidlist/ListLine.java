package ua.vidnova.payments.aidlist;

import java.util.List;
import java.util.UUID;

/**
 * One resident on a list. Personal data: never logged.
 *
 * @param line number in the file; the header is 1
 * @param rnokpp null when the line names the resident by id
 * @param residentId null when the line names the resident by number
 * @param papers kinds of papers that the hromada has seen
 */
public record ListLine(
    int line, String rnokpp, UUID residentId, String category, List<String> papers) {

  @Override
  public String toString() {
    return "ListLine[" + line + "]";
  }
}
