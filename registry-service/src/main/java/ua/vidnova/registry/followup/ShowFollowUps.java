package ua.vidnova.registry.followup;

import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.registry.shield.Shielding;

/**
 * Lists the follow-ups of those who now live in the caller's territories, but for people who are
 * shielded from the caller, and notes whose were shown.
 */
@ApplicationScoped
public class ShowFollowUps {

  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  ShowFollowUps(Caller caller, AuditTrail auditTrail) {
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** What waits longest comes first. */
  @Transactional
  public Page<FollowUp> list(FollowUpState state, Optional<FollowUpKind> kind, PageRequest asked) {
    var found = find(state, kind, asked.afterId(), asked.limit() + 1);
    var page = Page.of(found, asked.limit(), followUp -> followUp.id().toString());
    auditTrail.readAll(
        "follow-up", page.items().stream().map(FollowUp::residentId).distinct().toList());
    return page;
  }

  private List<FollowUp> find(
      FollowUpState state, Optional<FollowUpKind> kind, Optional<UUID> after, int max) {
    var where =
        new StringBuilder("select f from FollowUp f join Resident r on r.id = f.residentId")
            .append(" join Resident p on p.id = coalesce(r.mergedInto, r.id)")
            .append(" where f.state = :state and array_intersects(p.areas, :areas) and ")
            .append(Shielding.visibleRecord("f.residentId"));
    var parameters =
        Parameters.with("state", state)
            .and("areas", caller.territories().toArray(String[]::new))
            .and("staff", caller.id());
    kind.ifPresent(
        one -> {
          where.append(" and f.kind = :kind");
          parameters.and("kind", one);
        });
    after.ifPresent(
        id -> {
          where.append(" and f.id > :after");
          parameters.and("after", id);
        });
    return FollowUp.<FollowUp>find(where + " order by f.id", parameters).page(0, max).list();
  }
}
