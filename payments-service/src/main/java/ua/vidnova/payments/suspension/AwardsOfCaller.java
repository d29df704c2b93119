package ua.vidnova.payments.suspension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.resident.Resident;

/**
 * Finds awards that two people once found to be somebody's who lives in the caller's territories.
 */
@ApplicationScoped
public class AwardsOfCaller {

  private final Caller caller;

  @Inject
  AwardsOfCaller(Caller caller) {
    this.caller = caller;
  }

  /** Locks the award until the transaction ends; empty when it is not the caller's to see. */
  public Optional<Award> findLocked(UUID awardId) {
    return Award.<Award>findByIdOptional(awardId)
        .filter(award -> award.residentId() != null)
        .filter(award -> caller.covers(Resident.get(award.residentId()).person().settlement()))
        .map(award -> Award.getLocked(award.id()));
  }
}
