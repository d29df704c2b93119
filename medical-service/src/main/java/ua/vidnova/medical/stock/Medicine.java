package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A medicine or vaccine of the catalogue. Life cycle: described by an administrator, described anew
 * when something was wrong, withdrawn when brigades shall get no more of it; never removed.
 */
@Entity
public class Medicine extends PanacheEntityBase {

  private static final Locale UKRAINIAN = Locale.of("uk");

  @Id private UUID id;
  @Version private int version;
  @Embedded private MedicineFacts facts;

  @SuppressWarnings("unused") // Queries use it.
  @Column(insertable = false, updatable = false)
  private String foldedName;

  protected Medicine() {}

  Medicine(UUID id, MedicineFacts facts) {
    this.id = id;
    this.facts = facts;
  }

  /** Those whose name begins with the text, whatever its case, by id. */
  public static List<Medicine> list(Optional<String> name, Optional<UUID> after, int limit) {
    return Medicine.<Medicine>find(
            "(?1 is null or foldedName like ?1 escape '!')"
                + " and (?2 is null or id > ?2) order by id",
            name.map(Medicine::beginning).orElse(null),
            after.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  private static String beginning(String name) {
    return name.toLowerCase(UKRAINIAN).replaceAll("([!%_])", "!$1") + "%";
  }

  void become(MedicineFacts told) {
    facts = told;
  }

  public UUID id() {
    return id;
  }

  public MedicineFacts facts() {
    return facts;
  }

  public int version() {
    return version;
  }
}
