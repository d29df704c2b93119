package ua.vidnova.registry.shield;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/** A member of staff who sees one shielded resident, from when until when. */
@Entity
@Table(name = "shield_named_staff")
@SuppressWarnings("UnusedVariable") // for queries and the record
public class NamedStaff extends PanacheEntityBase {

  @Id private UUID id;
  private UUID shieldId;
  private String staff;
  private String namedBy;
  private Instant namedAt;
  private String removedBy;
  private Instant removedAt;

  protected NamedStaff() {}

  static void name(UUID shieldId, String staff, String by, Instant at) {
    var named = new NamedStaff();
    named.id = Ids.newId();
    named.shieldId = shieldId;
    named.staff = staff;
    named.namedBy = by;
    named.namedAt = at;
    named.persist();
  }

  static Optional<NamedStaff> find(UUID shieldId, String staff) {
    return find("shieldId = ?1 and staff = ?2 and removedAt is null", shieldId, staff)
        .firstResultOptional();
  }

  static List<NamedStaff> listOf(UUID shieldId) {
    return list("shieldId = ?1 and removedAt is null order by staff", shieldId);
  }

  void remove(String by, Instant at) {
    removedBy = by;
    removedAt = at;
  }

  String staff() {
    return staff;
  }
}
