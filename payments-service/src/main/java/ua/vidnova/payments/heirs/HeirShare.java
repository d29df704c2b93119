package ua.vidnova.payments.heirs;

import java.util.List;
import java.util.UUID;

/**
 * An heir with their part of the whole.
 *
 * @param weight their part in proportion to the others'
 * @param papers that were seen
 */
public record HeirShare(UUID heirId, int weight, List<Paper> papers) {

  /**
   * A paper that was seen.
   *
   * @param evidence its kind
   * @param documentId where the registry keeps it; null when it does not
   */
  public record Paper(String evidence, UUID documentId) {}
}
