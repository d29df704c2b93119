package ua.vidnova.registry.shield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;

/**
 * Keeps shielded residents from the caller. To staff who are not named they are not there: reads
 * answer as for an unknown id, lists and searches leave them out. A shield of one record keeps all
 * records of the person. Who asks for one by id leaves an entry {@code refused} in the audit trail.
 * The service's own work, such as an event's, sees all.
 *
 * <p>Lists in SQL append {@link #visible}, lists in JPQL {@link #visibleRecord}.
 */
@ApplicationScoped
public class Shielding {

  private static final String SERVICE = "service:";

  private final Caller caller;
  private final Refusals refusals;

  @Inject
  Shielding(Caller caller, Refusals refusals) {
    this.caller = caller;
    this.refusals = refusals;
  }

  /** Whether the resident is kept from the caller. */
  public boolean hides(UUID residentId) {
    return !hidden(List.of(residentId)).isEmpty();
  }

  /** Those of the residents who are kept from the caller. */
  public Set<UUID> hidden(Collection<UUID> residentIds) {
    return caller.id().startsWith(SERVICE) || residentIds.isEmpty()
        ? Set.of()
        : Shield.findHidden(residentIds, caller.id());
  }

  /** The same id when the caller may see the resident; otherwise nothing, and the attempt noted. */
  public Optional<UUID> ifVisible(UUID residentId) {
    if (!hides(residentId)) {
      return Optional.of(residentId);
    }
    refusals.note(residentId);
    return Optional.empty();
  }

  /**
   * An SQL condition that leaves out who is kept from somebody. Its one parameter is the token
   * subject of who asks, {@link Caller#id()}.
   *
   * @param personId an expression of the id of the resident under whom a person is known, such as
   *     {@code r.id} where merged records are left out
   */
  public static String visible(String personId) {
    return "not exists (select from shielded_resident s where s.person_id = "
        + personId
        + " and s.lifted_at is null and not exists (select from shield_named_staff n"
        + " where n.shield_id = s.id and n.staff = ? and n.removed_at is null))";
  }

  /**
   * The same in JPQL, for records that may be merged; {@code :staff} is who asks.
   *
   * @param recordId an expression of a record's id, such as {@code c.residentId}
   */
  public static String visibleRecord(String recordId) {
    return "not exists (select 1 from Shield shield join Resident hidden on hidden.id = "
        + recordId
        + " where shield.personId = coalesce(hidden.mergedInto, hidden.id)"
        + " and shield.liftedAt is null and not exists (select 1 from NamedStaff named"
        + " where named.shieldId = shield.id and named.staff = :staff and named.removedAt is null))";
  }

  /**
   * A condition in JPQL that leaves out everyone who is shielded, from whomever: for what leaves
   * the service.
   *
   * @param personId as for {@link #visible}
   */
  public static String unshielded(String personId) {
    return "not exists (select 1 from Shield shield where shield.personId = "
        + personId
        + " and shield.liftedAt is null)";
  }

  /** Notes attempts in a transaction of their own, since a refused request is rolled back. */
  @ApplicationScoped
  static class Refusals {

    private final AuditTrail auditTrail;

    @Inject
    Refusals(AuditTrail auditTrail) {
      this.auditTrail = auditTrail;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void note(UUID residentId) {
      auditTrail.refused("resident", residentId, residentId);
    }
  }
}
