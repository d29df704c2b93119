package ua.vidnova.registry.shield;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of shielding, naming or lifting. */
public sealed interface ShieldOutcome {

  /** The shield as it is now. */
  @Schema(name = "Shield")
  record InForce(UUID residentId, Instant shieldedAt, List<String> staff) implements ShieldOutcome {

    static InForce of(Shield shield) {
      return new InForce(
          shield.residentId(),
          shield.shieldedAt(),
          NamedStaff.listOf(shield.id()).stream().map(NamedStaff::staff).toList());
    }
  }

  /** The resident is like any other again. */
  record Lifted() implements ShieldOutcome {}

  /** The resident is shielded already. */
  record ShieldedAlready() implements ShieldOutcome {}

  /** There is no such resident in the caller's territories, or they are not shielded. */
  record NotFound() implements ShieldOutcome {}
}
