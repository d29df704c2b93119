package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.medical.actor.Actor;

/**
 * Medicines on their way from one place to another. Life cycle: one person offers; then another
 * accepts what really arrived, or declines, or the first takes the offer back. Stock moves when it
 * is accepted.
 */
@Entity
@Table(name = "stock_handover")
public class Handover extends PanacheEntityBase {

  /** How far it is. */
  public enum State {
    OFFERED,
    ACCEPTED,
    DECLINED,
    RECALLED
  }

  /**
   * One batch of it.
   *
   * @param offered in the medicine's unit
   * @param received null until it is accepted; what is missing stays with the giver
   * @param explanation why less was received than offered
   */
  @Embeddable
  public record Line(
      UUID batchId,
      BigDecimal offered,
      BigDecimal received,
      Boolean coldChainKept,
      String explanation) {}

  @Id private UUID id;
  @Version private int version;
  private UUID fromPlaceId;
  private UUID toPlaceId;

  @Enumerated(EnumType.STRING)
  private State state = State.OFFERED;

  private String offeredBy;
  private String offeredByName;
  private Instant offeredAt;
  private String answeredBy;
  private String answeredByName;
  private Instant answeredAt;
  private String reason;

  @ElementCollection
  @CollectionTable(name = "stock_handover_line", joinColumns = @JoinColumn(name = "handover_id"))
  @OrderColumn(name = "line")
  private List<Line> lines;

  protected Handover() {}

  Handover(UUID id, UUID fromPlaceId, UUID toPlaceId, List<Line> lines, Actor keeper) {
    this.id = id;
    this.fromPlaceId = fromPlaceId;
    this.toPlaceId = toPlaceId;
    this.lines = lines;
    this.offeredBy = keeper.id();
    this.offeredByName = keeper.name();
    this.offeredAt = keeper.at();
  }

  /** Those from or to a place, newest first. */
  public static List<Handover> listAt(UUID placeId, Optional<UUID> before, int limit) {
    return Handover.<Handover>find(
            "(fromPlaceId = ?1 or toPlaceId = ?1) and (?2 is null or id < ?2) order by id desc",
            placeId,
            before.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  static Optional<Handover> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  boolean wasOfferedBy(Actor keeper) {
    return offeredBy.equals(keeper.id());
  }

  void accept(List<Line> arrived, Actor keeper) {
    lines = arrived;
    answer(State.ACCEPTED, null, keeper);
  }

  void decline(String why, Actor keeper) {
    answer(State.DECLINED, why, keeper);
  }

  void recall(String why, Actor keeper) {
    answer(State.RECALLED, why, keeper);
  }

  private void answer(State answer, String why, Actor keeper) {
    if (state != State.OFFERED) {
      throw new IllegalStateException("A hand-over is answered once");
    }
    state = answer;
    reason = why;
    answeredBy = keeper.id();
    answeredByName = keeper.name();
    answeredAt = keeper.at();
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public UUID fromPlaceId() {
    return fromPlaceId;
  }

  public UUID toPlaceId() {
    return toPlaceId;
  }

  public State state() {
    return state;
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  public String offeredByName() {
    return offeredByName;
  }

  public Instant offeredAt() {
    return offeredAt;
  }

  /** Null while it is offered. */
  public String answeredByName() {
    return answeredByName;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  /** Why it was declined or recalled. */
  public String reason() {
    return reason;
  }
}
