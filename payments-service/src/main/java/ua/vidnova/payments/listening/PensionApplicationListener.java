package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.application.Applications;
import ua.vidnova.payments.matching.MatchAwards;
import ua.vidnova.payments.resident.Resident;

/**
 * A resident applied for a pension. A dormant award without a live resumption gets one, also when
 * an earlier one was refused; without an award the application is an open one for officers.
 */
@ApplicationScoped
public class PensionApplicationListener
    implements EventHandler<PensionApplicationListener.PensionApplicationSubmitted> {

  /** The event's data. */
  public record PensionApplicationSubmitted(UUID caseId, UUID residentId, LocalDate submittedOn) {}

  private final Applications applications;
  private final MatchAwards matchAwards;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  PensionApplicationListener(
      Applications applications, MatchAwards matchAwards, KyivCalendar calendar, AuditTrail audit) {
    this.applications = applications;
    this.matchAwards = matchAwards;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.PensionApplicationSubmitted.v1";
  }

  @Override
  public Class<PensionApplicationSubmitted> dataType() {
    return PensionApplicationSubmitted.class;
  }

  @Override
  public void handle(IncomingEvent<PensionApplicationSubmitted> event) {
    var submitted = event.data();
    var resident = Resident.getOrMakeLocked(submitted.residentId());
    if (applications.add(
        submitted.caseId(), resident.id(), submitted.submittedOn(), calendar.now())) {
      matchAwards.matchResident(resident);
      audit.wrote("received", "pension-application", submitted.caseId(), resident.id());
    }
  }
}
