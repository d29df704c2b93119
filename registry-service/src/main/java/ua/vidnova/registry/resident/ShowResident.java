package ua.vidnova.registry.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;

/** Shows a resident to someone whose territory it is, and notes that it was shown. */
@ApplicationScoped
public class ShowResident {

  private final OpenResidentFile files;
  private final ResidentReach reach;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  ShowResident(OpenResidentFile files, ResidentReach reach, Caller caller, AuditTrail auditTrail) {
    this.files = files;
    this.reach = reach;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /**
   * The parts that the caller needs to know; empty when there is nothing for them to see.
   *
   * @param asKnownOn the day whose knowledge is asked for; empty for today's
   */
  @Transactional
  public Optional<ResidentView> show(UUID residentId, Optional<LocalDate> asKnownOn) {
    return reach
        .find(residentId)
        .flatMap(
            resident ->
                asKnownOn
                    .map(day -> files.findAsKnownOn(day, residentId))
                    .orElseGet(() -> files.find(residentId)))
        .map(this::reveal);
  }

  private ResidentView reveal(ResidentFile file) {
    var view = ResidentView.of(file, NeedToKnow.of(caller.roles()));
    auditTrail.read("resident", view.id(), view.id());
    return view;
  }
}
