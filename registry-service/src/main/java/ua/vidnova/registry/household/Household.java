package ua.vidnova.registry.household;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.shield.Shielding;

/**
 * People who live at one address and keep house together.
 *
 * <p>Life: formed with its first members; people join and leave; dissolved when the last one
 * leaves. Its version counts these changes, and those of who of them may be told to others. It does
 * not move: whoever moves forms another one.
 */
@Entity
public class Household extends PanacheEntityBase {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Id private UUID id;
  @Version private long version;
  private String settlement;

  @SuppressWarnings("UnusedVariable") // for lists
  private String[] areas;

  private String address;
  private LocalDate formedOn;
  private LocalDate dissolvedOn;

  protected Household() {}

  static Household form(UUID id, String settlement, String address, LocalDate formedOn) {
    var household = new Household();
    household.id = id;
    household.settlement = settlement;
    household.areas =
        Territories.ukraine().lineage(settlement).map(Territory::code).toArray(String[]::new);
    household.address = address;
    household.formedOn = formedOn;
    household.persist();
    return household;
  }

  static Optional<Household> findHousehold(UUID id) {
    return findByIdOptional(id);
  }

  /** Takes the household's lock until the transaction ends and reads it anew. */
  static Optional<Household> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The households in which somebody of these records lives, locked until the transaction ends.
   * While it waits for one, they may move to another.
   */
  static List<Household> listLockedOf(Collection<UUID> residentIds) {
    var ids = HouseholdMembership.listHouseholdsOf(residentIds);
    while (true) {
      var locked = ids.stream().flatMap(id -> findLocked(id).stream()).toList();
      var now = HouseholdMembership.listHouseholdsOf(residentIds);
      if (now.equals(ids)) {
        return locked;
      }
      ids = now;
    }
  }

  /**
   * Households within territories, in the order of ids, that have members whom somebody may see.
   *
   * @param staff the token subject of who asks
   * @param residentId only those in which this person lives or has lived
   */
  static List<Household> listWithin(
      Collection<String> territories,
      String staff,
      Optional<UUID> residentId,
      Optional<UUID> after,
      int limit) {
    var parameters =
        Parameters.with("areas", territories.toArray(String[]::new))
            .and("after", after.orElse(BEFORE_ALL))
            .and("staff", staff);
    residentId.ifPresent(id -> parameters.and("records", Resident.findIdsOfPerson(id)));
    return Household.<Household>find(
            "from Household h where array_intersects(h.areas, :areas) and h.id > :after and exists"
                + " (select 1 from HouseholdMembership m where m.householdId = h.id and "
                + (residentId.isPresent() ? "m.residentId in :records and " : "")
                + Shielding.visibleRecord("m.residentId")
                + ") order by h.id",
            parameters)
        .page(0, limit)
        .list();
  }

  /**
   * A member came, went, changed the role, or is told to others otherwise than before: the
   * household has another version.
   */
  void changed() {
    getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  void dissolve(LocalDate on) {
    dissolvedOn = on;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String settlement() {
    return settlement;
  }

  public String address() {
    return address;
  }

  public LocalDate formedOn() {
    return formedOn;
  }

  /** First day on which it was no more; empty while people live there. */
  public Optional<LocalDate> dissolvedOn() {
    return Optional.ofNullable(dissolvedOn);
  }
}
