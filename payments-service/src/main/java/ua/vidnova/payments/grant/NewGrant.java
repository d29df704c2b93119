package ua.vidnova.payments.grant;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.programme.AmountRow;
import ua.vidnova.payments.programme.Programme;

/**
 * A grant that is to be proposed.
 *
 * @param aboutId the child, household or dead person for whom it is given; null when for the
 *     resident
 * @param lastMonth null when without end
 * @param amountMinor kopiykas a month, or once
 * @param listId the settlement's list that it is on; null when on none
 */
public record NewGrant(
    UUID id,
    Programme programme,
    AmountRow amount,
    UUID residentId,
    UUID aboutId,
    YearMonth from,
    YearMonth lastMonth,
    long amountMinor,
    List<Paper> papers,
    UUID listId) {

  /**
   * A paper that was seen.
   *
   * @param evidence its kind
   * @param documentId where the registry keeps it; null when it does not
   */
  public record Paper(String evidence, UUID documentId) {}
}
