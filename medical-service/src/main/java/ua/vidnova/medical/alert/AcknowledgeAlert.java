package ua.vidnova.medical.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/** Whoever must act on an alert says that they have taken notice. */
@ApplicationScoped
public class AcknowledgeAlert {

  private final VisibleAlerts visibleAlerts;
  private final Caller caller;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;

  @Inject
  AcknowledgeAlert(
      VisibleAlerts visibleAlerts, Caller caller, AuditTrail auditTrail, KyivCalendar calendar) {
    this.visibleAlerts = visibleAlerts;
    this.caller = caller;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** By the caller, or by whoever was first. */
    record Acknowledged(Alert alert) implements Outcome {}

    record NotFound() implements Outcome {}

    /** It does not hold any more. */
    record Withdrawn() implements Outcome {}
  }

  /**
   * Acknowledges, unless somebody has.
   *
   * @param note what will be done; null when nothing is said
   */
  @Transactional
  public Outcome acknowledge(UUID id, String note) {
    var found = Alert.findLocked(id).filter(visibleAlerts::mayKnow);
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    var alert = found.get();
    switch (alert.state()) {
      case WITHDRAWN -> {
        return new Outcome.Withdrawn();
      }
      case ACKNOWLEDGED -> {}
      case OPEN -> {
        alert.acknowledge(caller.id(), caller.name(), note, calendar.now());
        auditTrail.wrote("acknowledged", "alert", id, null);
      }
    }
    return new Outcome.Acknowledged(alert);
  }
}
