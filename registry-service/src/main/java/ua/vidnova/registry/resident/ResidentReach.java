package ua.vidnova.registry.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.registry.shield.Shielding;

/**
 * The residents whom the caller may see: those known to live in the caller's territories, and not
 * kept from the caller. A merged record is seen by whoever sees its survivor.
 */
@ApplicationScoped
public class ResidentReach {

  private final Caller caller;
  private final Shielding shielding;

  @Inject
  ResidentReach(Caller caller, Shielding shielding) {
    this.caller = caller;
    this.shielding = shielding;
  }

  /** The record of that id; an attempt to see somebody shielded is noted. */
  public Optional<Resident> find(UUID id) {
    return shielding.ifVisible(id).flatMap(Resident::findResident).filter(this::covers);
  }

  /** The same, locked with all records of the person until the transaction ends. */
  public Optional<Resident> findLocked(UUID id) {
    return shielding.ifVisible(id).flatMap(Resident::findLockedWithPerson).filter(this::covers);
  }

  /** The person's id, when the caller may be told of whom a conflict is. */
  public Optional<UUID> nameable(Resident other) {
    return Optional.of(other)
        .filter(this::covers)
        .map(Resident::personId)
        .flatMap(shielding::ifVisible);
  }

  private boolean covers(Resident resident) {
    return caller.covers(resident.person().settlement());
  }
}
