package ua.vidnova.medical.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;

/** Shows a brigade whom it is to visit. Everyone on the list is audited as read. */
@ApplicationScoped
public class ShowVisitList {

  private final ListOfTrip listOfTrip;
  private final AuditTrail trail;

  @Inject
  ShowVisitList(ListOfTrip listOfTrip, AuditTrail trail) {
    this.listOfTrip = listOfTrip;
    this.trail = trail;
  }

  /**
   * Empty when the trip is not there, or not the caller's to see. Those who plan or drive are told
   * whom and in which order, not why.
   */
  @Transactional
  public Optional<VisitList> show(UUID tripId) {
    var list = listOfTrip.make(tripId);
    list.ifPresent(shown -> trail.readAll("visit-list", shown.residentIds()));
    return list;
  }
}
