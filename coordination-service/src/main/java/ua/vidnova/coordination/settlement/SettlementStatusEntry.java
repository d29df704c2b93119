package ua.vidnova.coordination.settlement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/** One statement of a settlement's status; never changed. */
@Entity
public class SettlementStatusEntry extends PanacheEntityBase {

  /** More than a settlement will ever have; the list needs no pages. */
  private static final int SHOWN_MAX = 100;

  @Id private UUID id;
  private String settlement;

  @Enumerated(EnumType.STRING)
  private Status status;

  private LocalDate effectiveOn;
  private String source;
  private Instant recordedAt;
  private String recordedBy;

  protected SettlementStatusEntry() {}

  SettlementStatusEntry(SetSettlementStatus.Wish wish, Instant recordedAt, String recordedBy) {
    this.id = Ids.newId();
    this.settlement = wish.settlement();
    this.status = wish.status();
    this.effectiveOn = wish.effectiveOn();
    this.source = wish.source();
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  /** What was said of a settlement, newest first. */
  public static List<SettlementStatusEntry> findOf(String settlement) {
    return SettlementStatusEntry.<SettlementStatusEntry>find(
            "settlement = ?1 order by id desc", settlement)
        .range(0, SHOWN_MAX - 1)
        .list();
  }

  public String settlement() {
    return settlement;
  }

  public Status status() {
    return status;
  }

  public LocalDate effectiveOn() {
    return effectiveOn;
  }

  public String source() {
    return source;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  /** The subject of the coordinator's token. */
  public String recordedBy() {
    return recordedBy;
  }
}
