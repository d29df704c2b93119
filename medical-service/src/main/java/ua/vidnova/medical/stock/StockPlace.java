package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where medicines lie: a reserve of a territory, or a brigade, whose id it then has. */
@Entity
public class StockPlace extends PanacheEntityBase {

  /** Who keeps it. */
  public enum Kind {
    RESERVE,
    BRIGADE
  }

  @Id private UUID id;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String name;
  private String territory;

  protected StockPlace() {}

  StockPlace(UUID id, Kind kind, String name, String territory) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.territory = territory;
  }

  /**
   * Which places a list may hold.
   *
   * @param territories KATOTTG codes of those that the places serve
   * @param reserves whether reserves are among them
   * @param brigades whether those of every brigade are
   * @param own else those of these brigades
   */
  record Bounds(
      Collection<String> territories, boolean reserves, boolean brigades, Set<UUID> own) {}

  /** By id. */
  static List<StockPlace> list(Bounds bounds, Optional<UUID> after, int limit) {
    return StockPlace.<StockPlace>find(
            "territory in ?1 and (kind = RESERVE and ?2 = true"
                + " or kind = BRIGADE and (?3 = true or id in ?4))"
                + " and (?5 is null or id > ?5) order by id",
            bounds.territories(),
            bounds.reserves(),
            bounds.brigades(),
            bounds.own(),
            after.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  /** Makes a brigade's place if it has none yet. */
  static void makeIfNew(UUID brigadeId, String brigadeName, String territory) {
    getEntityManager()
        .createNativeQuery(
            "insert into stock_place (id, kind, name, territory) values (?1, 'BRIGADE', ?2, ?3)"
                + " on conflict do nothing")
        .setParameter(1, brigadeId)
        .setParameter(2, brigadeName)
        .setParameter(3, territory)
        .executeUpdate();
  }

  /** Locks the places until the commit: nothing else moves there meanwhile. */
  static List<StockPlace> listLocked(Collection<UUID> ids) {
    return StockPlace.<StockPlace>find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  static Optional<StockPlace> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  void become(String newName, String newTerritory) {
    name = newName;
    territory = newTerritory;
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** KATOTTG code, of any level, of the territory that it serves. */
  public String territory() {
    return territory;
  }

  public int version() {
    return version;
  }
}
