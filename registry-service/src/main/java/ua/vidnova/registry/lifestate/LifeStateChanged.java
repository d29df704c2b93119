package ua.vidnova.registry.lifestate;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.resident.Resident;

/**
 * Tells that a resident's life state is another from a day on.
 *
 * @param lifeState for readers who know only LIVING and DECEASED: who is missing counts as living,
 *     who is presumed dead as deceased (Civil Code art. 47)
 * @param legalState the state in full
 */
public record LifeStateChanged(
    UUID residentId, LifeState lifeState, LifeState legalState, LocalDate effectiveOn)
    implements OutgoingEvent {

  /** Tells of a resident as the registry knows them now. */
  public static LifeStateChanged of(Resident resident) {
    return of(resident.id(), resident.lifeState(), resident.lifeStateSince());
  }

  /** Tells of a state. */
  public static LifeStateChanged of(UUID residentId, LifeState state, LocalDate effectiveOn) {
    var ofTwo =
        switch (state) {
          case LIVING, MISSING -> LifeState.LIVING;
          case DECEASED, PRESUMED_DEAD -> LifeState.DECEASED;
        };
    return new LifeStateChanged(residentId, ofTwo, state, effectiveOn);
  }

  /** Whether nothing but the birth date of someone living is another. */
  public boolean sameStateAs(LifeStateChanged other) {
    return equals(other) || (legalState == LifeState.LIVING && other.legalState == legalState);
  }

  @Override
  public String topic() {
    return "registry.residents";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.LifeStateChanged.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
