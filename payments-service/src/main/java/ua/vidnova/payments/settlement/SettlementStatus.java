package ua.vidnova.payments.settlement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What coordination last told of a settlement. The post delivers only where it is LIBERATED. */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class SettlementStatus extends PanacheEntityBase {

  /** What stands over a settlement. */
  public enum Status {
    OCCUPIED,
    COMBAT,
    LIBERATED
  }

  @Id private String settlement;

  @Enumerated(EnumType.STRING)
  private Status status;

  private LocalDate effectiveOn;

  private Instant toldAt;

  protected SettlementStatus() {}

  public static boolean isLiberated(String settlement, LocalDate day) {
    return count(
            "settlement = ?1 and status = ?2 and effectiveOn <= ?3",
            settlement,
            Status.LIBERATED,
            day)
        > 0;
  }

  /** Takes over a status unless a newer one is known. */
  public static void learn(String settlement, Status status, LocalDate from, Instant toldAt) {
    SettlementStatus known = findById(settlement);
    if (known == null) {
      known = new SettlementStatus();
      known.settlement = settlement;
    } else if (toldAt.isBefore(known.toldAt)) {
      return;
    }
    known.status = status;
    known.effectiveOn = from;
    known.toldAt = toldAt;
    known.persist();
  }

  /** Since when a settlement is liberated; empty when it is not on that day. */
  public static Optional<LocalDate> liberatedOn(String settlement, LocalDate day) {
    return SettlementStatus.<SettlementStatus>findByIdOptional(settlement)
        .filter(known -> known.status == Status.LIBERATED && !known.effectiveOn.isAfter(day))
        .map(known -> known.effectiveOn);
  }
}
