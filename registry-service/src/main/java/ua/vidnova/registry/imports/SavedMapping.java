package ua.vidnova.registry.imports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/**
 * A mapping under its name, which is also the name of the list. Each import keeps the version that
 * it began with.
 */
@Entity
@Table(name = "import_mapping")
public class SavedMapping extends PanacheEntityBase {

  @Id private String name;
  @Version private long version;
  private String territory;
  private String[] areas;

  @ColumnTransformer(write = "?::jsonb")
  private String definition;

  @SuppressWarnings("UnusedVariable") // for people who ask the database
  private String changedBy;

  private Instant changedAt;

  protected SavedMapping() {}

  static Optional<SavedMapping> findNamed(String name) {
    return findByIdOptional(name);
  }

  /** Mappings whose territory the caller's contain or lie in, by name. */
  static List<SavedMapping> findSeenFrom(
      Collection<String> territories,
      Collection<String> around,
      Optional<String> after,
      int limit) {
    return SavedMapping.<SavedMapping>find(
            "(array_intersects(areas, ?1) or territory in ?2) and name > ?3 order by name",
            territories.toArray(String[]::new),
            around,
            after.orElse(""))
        .page(0, limit)
        .list();
  }

  /** Saves a mapping under a name that is free. */
  static SavedMapping create(String name) {
    var mapping = new SavedMapping();
    mapping.name = name;
    return mapping;
  }

  /** Changes what is saved under the name. */
  void define(ImportMapping mapping, String json, String by, Instant at) {
    territory = mapping.territory();
    areas =
        Territories.ukraine()
            .lineage(mapping.territory())
            .map(Territory::code)
            .toArray(String[]::new);
    definition = json;
    changedBy = by;
    changedAt = at;
    persistAndFlush();
  }

  public String name() {
    return name;
  }

  public long version() {
    return version;
  }

  public String territory() {
    return territory;
  }

  String[] areas() {
    return areas;
  }

  String definition() {
    return definition;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
