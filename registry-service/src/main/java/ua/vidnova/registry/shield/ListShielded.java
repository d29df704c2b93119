package ua.vidnova.registry.shield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;

/** Lists who is shielded, without a word of who they are. */
@ApplicationScoped
public class ListShielded {

  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  ListShielded(Caller caller, AuditTrail auditTrail) {
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** One shielded resident. */
  @Schema(name = "ShieldLine")
  public record Line(UUID residentId, Instant shieldedAt) {}

  /** A page of those in the caller's territories, oldest shield first. */
  @Transactional
  public Page<Line> list(PageRequest asked) {
    var found =
        Shield.findWithin(
            caller.territories().toArray(String[]::new), asked.afterId(), asked.limit() + 1);
    var page = Page.of(found, asked.limit(), shield -> shield.id().toString());
    auditTrail.readAll("shield", page.items().stream().map(Shield::residentId).toList());
    return page.map(shield -> new Line(shield.residentId(), shield.shieldedAt()));
  }
}
