package ua.vidnova.medical.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;

/**
 * What one of the items 19 to 22 counts, from a day on; never changed. What is said later of the
 * same day stands instead.
 */
@Entity
@Immutable
public class LocalItem extends PanacheEntityBase {

  @Id private UUID id;
  private short item;
  private LocalDate validFrom;

  @Column(name = "name_uk")
  private String nameUk;

  @Column(name = "name_en")
  private String nameEn;

  private String source;
  private String statedBy;
  private Instant statedAt;

  protected LocalItem() {}

  LocalItem(
      int item,
      LocalDate validFrom,
      Optional<ItemName> name,
      String source,
      String statedBy,
      Instant statedAt) {
    this.id = Ids.newId();
    this.item = (short) item;
    this.validFrom = validFrom;
    this.nameUk = name.map(ItemName::uk).orElse(null);
    this.nameEn = name.map(ItemName::en).orElse(null);
    this.source = source;
    this.statedBy = statedBy;
    this.statedAt = statedAt;
  }

  /** All that was ever said, newest first. */
  public static List<LocalItem> listBefore(Optional<UUID> id, int max) {
    return LocalItem.<LocalItem>find("(?1 is null or id < ?1) order by id desc", id.orElse(null))
        .range(0, max - 1)
        .list();
  }

  /** What stands of the first days up to a day, the earliest first; of a day what was said last. */
  static List<LocalItem> listStandingUpTo(LocalDate day) {
    return list(
        "validFrom <= ?1 and not exists (select 1 from LocalItem later where later.item = item"
            + " and later.validFrom = validFrom and later.id > id) order by validFrom",
        day);
  }

  public UUID id() {
    return id;
  }

  /** 19 to 22. */
  public int item() {
    return item;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  /** Empty when the item counts nothing from the day on. */
  public Optional<ItemName> name() {
    return nameUk == null ? Optional.empty() : Optional.of(new ItemName(nameUk, nameEn));
  }

  /** Whose decision it is. */
  public String source() {
    return source;
  }

  public Instant statedAt() {
    return statedAt;
  }
}
