package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;

/** What medical took back before the registry had heard of it; in the event's transaction. */
@ApplicationScoped
class EarlyWithdrawals {

  private final EntityManager entities;

  @Inject
  EarlyWithdrawals(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps the newest. */
  void keep(Matter matter, Instant at) {
    of(
            matter,
            """
            insert into early_withdrawal as kept (resident_id, visit_id, kind, child, withdrawn_at)
            values (:resident, :visit, :kind, :child, :at)
            on conflict (resident_id, visit_id, kind, child)
            do update set withdrawn_at = greatest(kept.withdrawn_at, excluded.withdrawn_at)
            """)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** Whether what was told at a time has been taken back since. */
  boolean takesBack(Matter matter, Instant toldAt) {
    return !of(
            matter,
            """
            select 1 from early_withdrawal
            where resident_id = :resident and visit_id = :visit and kind = :kind
              and child = :child and withdrawn_at >= :at
            """)
        .setParameter("at", toldAt)
        .getResultList()
        .isEmpty();
  }

  private Query of(Matter matter, String sql) {
    return entities
        .createNativeQuery(sql)
        .setParameter("resident", matter.residentId())
        .setParameter("visit", matter.visitId())
        .setParameter("kind", matter.kind().name())
        .setParameter("child", matter.child());
  }
}
