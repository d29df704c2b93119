package ua.vidnova.payments.suspension;

import java.util.UUID;
import ua.vidnova.payments.award.AwardState;

/** What came of an officer's wish to suspend an award or to have it paid again. */
public sealed interface SuspensionOutcome {

  /** Nothing more is paid. */
  record Suspended(UUID awardId) implements SuspensionOutcome {}

  /** A case is open on which two people decide. */
  record Reopened(UUID resumptionId) implements SuspensionOutcome {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements SuspensionOutcome {}

  /** The award's state does not allow it. */
  record NotNow(AwardState state) implements SuspensionOutcome {}

  /** A case of the award is open already. */
  record AlreadyOpen() implements SuspensionOutcome {}

  /** The ground follows from other records and is not for an officer to state. */
  record GroundNotStated() implements SuspensionOutcome {}
}
