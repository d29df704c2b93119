package ua.vidnova.medical.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * What a visit had said of a birth, a referral or a sighting was wrong: the visit was withdrawn, or
 * corrected and says it no more.
 *
 * @param residentId of whom it had been told
 * @param child as {@link BirthRecorded} told it; null of what is no birth
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeWithdrawn(UUID visitId, UUID residentId, Kind outcome, Integer child)
    implements OutgoingEvent {

  /** What had been told. */
  public enum Kind {
    BIRTH,
    DISABILITY_ASSESSMENT,
    MISSING_SEEN
  }

  static OutcomeWithdrawn of(ToldOutcome told) {
    return switch (told) {
      case BirthRecorded birth ->
          new OutcomeWithdrawn(birth.visitId(), birth.residentId(), Kind.BIRTH, birth.child());
      case DisabilityAssessmentReferred referral ->
          new OutcomeWithdrawn(
              referral.visitId(), referral.residentId(), Kind.DISABILITY_ASSESSMENT, null);
      case MissingPersonSeen seen ->
          new OutcomeWithdrawn(seen.visitId(), seen.residentId(), Kind.MISSING_SEEN, null);
    };
  }

  @Override
  public String topic() {
    return "medical.outcomes";
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.OutcomeWithdrawn.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
