package ua.vidnova.coordination.cashpoint;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import ua.vidnova.chassis.ids.Ids;

/** What a cash point was from a moment on, whole, as JSON; never changed. */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
class CashPointEntry extends PanacheEntityBase {

  @Id private UUID id;
  private UUID cashPointId;

  @ColumnTransformer(write = "?::jsonb")
  private String content;

  private Instant recordedAt;
  private String recordedBy;

  protected CashPointEntry() {}

  CashPointEntry(UUID cashPointId, String content, Instant recordedAt, String recordedBy) {
    this.id = Ids.newId();
    this.cashPointId = cashPointId;
    this.content = content;
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  /** Newest first. */
  static List<CashPointEntry> listBefore(UUID cashPointId, Optional<UUID> id, int limit) {
    return CashPointEntry.<CashPointEntry>find(
            "cashPointId = ?1 and (?2 is null or id < ?2) order by id desc",
            cashPointId,
            id.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  UUID id() {
    return id;
  }

  String content() {
    return content;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  /** The subject of the coordinator's token. */
  String recordedBy() {
    return recordedBy;
  }
}
