package ua.vidnova.coordination.settlement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A settlement's present status. Life cycle: unknown until someone says it, then any status may
 * follow any other, each no earlier than the one before.
 */
@Entity
public class SettlementStatus extends PanacheEntityBase {

  @Id private String settlement;

  @Enumerated(EnumType.STRING)
  private Status status;

  private LocalDate effectiveOn;
  @Version private int version;

  protected SettlementStatus() {}

  /** Makes the row if nobody has, and holds it until the transaction ends. */
  static SettlementStatus lock(String settlement) {
    getEntityManager()
        .createNativeQuery(
            "insert into settlement_status (settlement, version) values (?1, 0)"
                + " on conflict do nothing")
        .setParameter(1, settlement)
        .executeUpdate();
    return findById(settlement, LockModeType.PESSIMISTIC_WRITE);
  }

  public static Optional<SettlementStatus> findOf(String settlement) {
    return find("settlement = ?1 and status is not null", settlement).firstResultOptional();
  }

  public static Map<String, SettlementStatus> findOf(Collection<String> settlements) {
    return SettlementStatus.<SettlementStatus>list(
            "settlement in ?1 and status is not null", settlements)
        .stream()
        .collect(Collectors.toMap(SettlementStatus::settlement, Function.identity()));
  }

  /** Settlements of a status, by code, behind the one given. */
  public static List<SettlementStatus> findWith(Status status, String afterCode, int limit) {
    return SettlementStatus.<SettlementStatus>find(
            "status = ?1 and settlement > ?2 order by settlement", status, afterCode)
        .range(0, limit - 1)
        .list();
  }

  void become(Status newStatus, LocalDate from) {
    status = newStatus;
    effectiveOn = from;
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

  public int version() {
    return version;
  }
}
