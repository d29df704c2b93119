package ua.vidnova.registry.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;

/** Shows a resident to someone whose territory it is, and notes that it was shown. */
@ApplicationScoped
public class ShowResident {

  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  ShowResident(Caller caller, AuditTrail auditTrail) {
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** The parts that the caller needs to know; empty when there is nothing for them to see. */
  @Transactional
  public Optional<ResidentView> show(UUID residentId) {
    return ResidentFile.find(residentId)
        .filter(file -> caller.covers(file.resident().settlement()))
        .map(this::reveal);
  }

  private ResidentView reveal(ResidentFile file) {
    var view = ResidentView.of(file, NeedToKnow.of(caller.roles()));
    auditTrail.read("resident", view.id(), view.id());
    return view;
  }
}
