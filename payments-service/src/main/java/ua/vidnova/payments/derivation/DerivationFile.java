package ua.vidnova.payments.derivation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A derivation with whom and which case it is about.
 *
 * @param about empty for a what-if, which is about nobody
 * @param later what recalculations found since, oldest first
 */
public record DerivationFile(
    Derivation derivation, Optional<About> about, List<Recalculated> later) {

  /**
   * What a recalculation found of the award, or corrected facts of it: one of the ids is there.
   *
   * @param months each that became another, and from which month on what is paid
   */
  public record Recalculated(
      UUID recalculationId,
      UUID correctionId,
      String reason,
      Instant at,
      List<DerivedMonth> months) {}

  /**
   * The case.
   *
   * @param residentName as on the award; printed, never in JSON
   * @param proposed empty when this is what would be proposed today
   */
  public record About(
      UUID resumptionId,
      UUID awardId,
      UUID residentId,
      String residentName,
      Optional<Decided> proposed,
      Optional<Decided> approved) {}

  /**
   * Who took a step, and when.
   *
   * @param name for people to read
   */
  public record Decided(String by, String name, Instant at) {}
}
