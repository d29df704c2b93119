package ua.vidnova.medical.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * How a visit ended.
 *
 * @param diedOn day of death in Kyiv; with a kind that {@link #recordsDeath}, and only then
 * @param followUpOn day of the next visit, if one was set
 * @param referralTo where the person went; with {@link Kind#REFERRED} and {@link Kind#ADMITTED},
 *     and only then
 */
@Embeddable
public record Outcome(
    @Column(name = "outcome") @Enumerated(EnumType.STRING) Kind kind,
    LocalDate diedOn,
    LocalDate followUpOn,
    String referralTo) {

  /** The kinds, in the order of the WHO Emergency Medical Team Minimum Data Set (36 to 42). */
  public enum Kind {
    TREATED,
    FOLLOW_UP,
    CARE_DECLINED,
    REFERRED,
    ADMITTED,
    /** The person was dead when the brigade came. */
    DEAD_ON_ARRIVAL,
    /** The person died while the brigade was there. */
    DECEASED
  }

  public boolean recordsDeath() {
    return kind == Kind.DECEASED || kind == Kind.DEAD_ON_ARRIVAL;
  }
}
