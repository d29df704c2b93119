package ua.vidnova.payments.award;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Why nothing is paid from an award for now; taken away again when the reason goes.
 *
 * @param behindAwardId the award of the same person and programme that is paid instead; null when
 *     there is none
 */
@Embeddable
public record Hold(
    @Column(name = "hold") @Enumerated(EnumType.STRING) Reason reason, UUID behindAwardId) {

  /** What was found out about the award's owner. */
  public enum Reason {
    /** The same person has another award of the programme, under another record. */
    ANOTHER_AWARD,
    /** Another record of the same person says that they died. */
    RECORD_OF_DEATH,
    /** Another record of the same person says that they are missing. */
    RECORD_OF_DISAPPEARANCE,
    /** A partner was told that they died. */
    REPORTED_DEAD,
    /** A partner says now that it paid what it had said it had not. */
    REPORTS_DISAGREE,
    /** A partner found that they live elsewhere. */
    MOVED
  }
}
