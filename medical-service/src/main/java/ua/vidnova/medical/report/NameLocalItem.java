package ua.vidnova.medical.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/** An administrator says what a local item counts from a day on. */
@ApplicationScoped
public class NameLocalItem {

  private final Caller caller;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;

  @Inject
  NameLocalItem(Caller caller, AuditTrail auditTrail, KyivCalendar calendar) {
    this.caller = caller;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
  }

  /**
   * Adds what is said; it stands instead of what was said before of the same day.
   *
   * @param item 19 to 22
   * @param name empty when the item is to count nothing
   */
  @Transactional
  public LocalItem name(int item, LocalDate validFrom, Optional<ItemName> name, String source) {
    var said = new LocalItem(item, validFrom, name, source, caller.id(), calendar.now());
    said.persist();
    auditTrail.wrote("named", "local-item", said.id(), null);
    return said;
  }
}
