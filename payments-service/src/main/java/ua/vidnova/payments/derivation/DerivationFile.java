package ua.vidnova.payments.derivation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A derivation with whom and which case it is about.
 *
 * @param about empty for a what-if, which is about nobody
 */
public record DerivationFile(Derivation derivation, Optional<About> about) {

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
