package ua.vidnova.medical.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * How a visit ended.
 *
 * @param diedOn day of death in Kyiv; with {@link Kind#DECEASED}, and only then
 * @param followUpOn day of the next visit, if one was set
 * @param referralTo where the person was referred to; with {@link Kind#REFERRED}, and only then
 */
@Embeddable
public record Outcome(
    @Column(name = "outcome") @Enumerated(EnumType.STRING) Kind kind,
    LocalDate diedOn,
    LocalDate followUpOn,
    String referralTo) {

  /** The kinds, in the order of the WHO Emergency Medical Team Minimum Data Set (36–42). */
  public enum Kind {
    TREATED,
    FOLLOW_UP,
    CARE_DECLINED,
    REFERRED,
    DECEASED
  }

  public boolean recordsDeath() {
    return kind == Kind.DECEASED;
  }
}
