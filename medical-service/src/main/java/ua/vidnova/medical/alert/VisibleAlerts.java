package ua.vidnova.medical.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.medical.mds.MdsItem;
import ua.vidnova.medical.mds.MdsItems;
import ua.vidnova.medical.territory.Settlements;

/**
 * The alerts that the caller may know of: those of their territories, and those of violence and
 * people at risk only as a protection officer.
 */
@ApplicationScoped
public class VisibleAlerts {

  private final Caller caller;

  @Inject
  VisibleAlerts(Caller caller) {
    this.caller = caller;
  }

  /** Newest first. */
  @Transactional
  public List<Alert> listBefore(Optional<AlertState> state, Optional<UUID> id, int max) {
    var items =
        MdsItems.all().stream()
            .filter(MdsItem::alert)
            .filter(this::mayKnowOf)
            .map(item -> (short) item.number())
            .toList();
    var settlements = Settlements.within(caller.territories());
    return Alert.listBefore(new Alert.Query(settlements, items, state), id, max);
  }

  boolean mayKnow(Alert alert) {
    return mayKnowOf(alert.item()) && caller.covers(alert.settlement());
  }

  private boolean mayKnowOf(MdsItem item) {
    return !item.isProtection() || caller.hasRole(Roles.PROTECTION_OFFICER);
  }
}
