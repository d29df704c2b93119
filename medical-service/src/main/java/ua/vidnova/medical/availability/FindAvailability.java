package ua.vidnova.medical.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.medical.territory.Settlements;

/** What is known of health services in the caller's territories. */
@ApplicationScoped
public class FindAvailability {

  /** More than Ukraine has settlements. */
  private static final int ALL = 100_000;

  private final AvailabilityStatements statements;
  private final Caller caller;

  @Inject
  FindAvailability(AvailabilityStatements statements, Caller caller) {
    this.statements = statements;
    this.caller = caller;
  }

  /**
   * What stands of each settlement of which something was said, by code.
   *
   * @param territory null for all of the caller's
   * @param after code behind which the list begins
   * @return empty when the territory is not the caller's
   */
  @Transactional
  public Optional<List<StatedAvailability>> current(
      String territory, Optional<String> after, int max) {
    return bounds(territory)
        .map(bounds -> statements.listCurrent(Settlements.within(bounds), after.orElse(""), max));
  }

  /** The same as a whole. */
  @Transactional
  public Optional<List<StatedAvailability>> allCurrent(String territory) {
    return current(territory, Optional.empty(), ALL);
  }

  /** All that was ever said of a settlement, the latest day first; empty when not the caller's. */
  @Transactional
  public Optional<List<StatedAvailability>> history(
      String settlement, Optional<UUID> after, int max) {
    return caller.covers(settlement)
        ? Optional.of(statements.listHistory(settlement, after.orElse(null), max))
        : Optional.empty();
  }

  private Optional<Collection<String>> bounds(String territory) {
    if (territory == null) {
      return Optional.of(caller.territories());
    }
    return caller.covers(territory) ? Optional.of(List.of(territory)) : Optional.empty();
  }
}
