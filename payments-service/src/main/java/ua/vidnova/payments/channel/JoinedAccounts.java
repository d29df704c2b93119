package ua.vidnova.payments.channel;

import java.util.UUID;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.resident.Resident;

/**
 * What a merge does to accounts. A registrar alone says that two records are of one person; the
 * money of the one goes to the account of the other only when another person has read it since.
 */
public final class JoinedAccounts {

  private JoinedAccounts() {}

  /** The person's account waits again if the record that joins them brings an award. */
  public static void join(UUID recordId, UUID personId) {
    if (Award.hasAny(recordId)) {
      Resident.getLockedAnew(personId).accountWaits();
      PaymentPreference.findOf(personId).ifPresent(PaymentPreference::accountWaits);
    }
  }
}
