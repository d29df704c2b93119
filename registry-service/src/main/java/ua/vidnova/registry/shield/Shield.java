package ua.vidnova.registry.shield;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * That a resident is at risk and kept from all but the staff named for them.
 *
 * <p>Life cycle: put by an administrator with a reason; lifted once, with a reason. A resident has
 * one at a time.
 */
@Entity
@Table(name = "shielded_resident")
@SuppressWarnings("UnusedVariable") // for queries and the record
public class Shield extends PanacheEntityBase {

  @Id private UUID id;
  private UUID residentId;

  /** Kept by a trigger: who the resident is after merges. */
  @Column(insertable = false, updatable = false)
  private UUID personId;

  private String reason;
  private String shieldedBy;
  private Instant shieldedAt;
  private String liftedBy;
  private Instant liftedAt;
  private String liftReason;

  protected Shield() {}

  static Shield put(UUID residentId, String reason, String by, Instant at) {
    var shield = new Shield();
    shield.id = Ids.newId();
    shield.residentId = residentId;
    shield.reason = reason;
    shield.shieldedBy = by;
    shield.shieldedAt = at;
    shield.persist();
    return shield;
  }

  static Optional<Shield> findOf(UUID residentId) {
    return find("residentId = ?1 and liftedAt is null", residentId).firstResultOptional();
  }

  /** Those of these records of whose persons some record is kept from a member of staff. */
  static Set<UUID> findHidden(Collection<UUID> recordIds, String staff) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select r.id from Resident r where r.id in ?1 and exists (select 1 from Shield h"
                    + " where h.personId = coalesce(r.mergedInto, r.id) and h.liftedAt is null"
                    + " and not exists (select 1 from NamedStaff n where n.shieldId = h.id"
                    + " and n.staff = ?2 and n.removedAt is null))",
                UUID.class)
            .setParameter(1, recordIds)
            .setParameter(2, staff)
            .getResultList());
  }

  /** Those in force over residents of these territories, oldest first. */
  static List<Shield> findWithin(String[] territories, Optional<UUID> afterId, int limit) {
    return Shield.<Shield>find(
            "select h from Shield h join Resident r on r.id = h.residentId"
                + " where h.liftedAt is null and array_intersects(r.areas, ?1) and h.id > ?2"
                + " order by h.id",
            territories,
            afterId.orElse(new UUID(0, 0)))
        .page(0, limit)
        .list();
  }

  void lift(String why, String by, Instant at) {
    liftReason = why;
    liftedBy = by;
    liftedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID residentId() {
    return residentId;
  }

  Instant shieldedAt() {
    return shieldedAt;
  }
}
