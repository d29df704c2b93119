package ua.vidnova.coordination.brigade;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/**
 * People who go to others together. Life cycle: a coordinator describes it, and again whenever it
 * changes. Trips keep its name and members as these were when they were planned.
 */
@Entity
public class Brigade extends PanacheEntityBase {

  @Id private UUID id;
  private String brigadeName;

  @Enumerated(EnumType.STRING)
  private BrigadeKind kind;

  private String territory;

  @SuppressWarnings("UnusedVariable") // for lists
  private String[] areas;

  @ElementCollection
  @CollectionTable(name = "brigade_member", joinColumns = @JoinColumn(name = "brigade_id"))
  @OrderColumn(name = "rank")
  private List<Member> members;

  private int version;

  protected Brigade() {}

  Brigade(UUID id) {
    this.id = id;
    this.version = -1;
  }

  /**
   * A brigade as a coordinator tells it.
   *
   * @param territory KATOTTG code, of any level, of whose coordinators answer for it
   */
  public record Description(
      String name, BrigadeKind kind, String territory, List<Member> members) {}

  public static Optional<Brigade> findBrigade(UUID id) {
    return findByIdOptional(id);
  }

  static Optional<Brigade> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Brigades of the territories, by id, behind the one given. */
  public static List<Brigade> listWithin(
      Collection<String> territories, Optional<UUID> after, int limit) {
    return Brigade.<Brigade>find(
            "from Brigade b where array_intersects(b.areas, ?1) and (?2 is null or b.id > ?2)"
                + " order by b.id",
            territories.toArray(String[]::new),
            after.orElse(null))
        .page(0, limit)
        .list();
  }

  /** A change of the members alone is one too, so that the version is counted here. */
  void become(Description told) {
    version++;
    brigadeName = told.name();
    kind = told.kind();
    territory = told.territory();
    areas = Territories.ukraine().lineage(territory).map(Territory::code).toArray(String[]::new);
    members = new ArrayList<>(told.members());
  }

  public Description description() {
    return new Description(brigadeName, kind, territory, List.copyOf(members));
  }

  public UUID id() {
    return id;
  }

  public String territory() {
    return territory;
  }

  public int version() {
    return version;
  }
}
