package ua.vidnova.payments.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/** The run of one period. Repeating it adds what has become due or sendable, and nothing twice. */
@Entity
public class PaymentRun extends PanacheEntityBase {

  @Id private UUID id;
  private YearMonth period;

  private String requestedBy;

  private Instant requestedAt;

  private Instant repeatedAt;

  protected PaymentRun() {}

  static PaymentRun first(YearMonth period, String by, Instant at) {
    var run = new PaymentRun();
    run.id = Ids.newId();
    run.period = period;
    run.requestedBy = by;
    run.requestedAt = at;
    run.persist();
    return run;
  }

  public static Optional<PaymentRun> findByPeriod(YearMonth period) {
    return find("period", period).firstResultOptional();
  }

  /** Latest first. */
  public static List<PaymentRun> listBefore(Optional<UUID> id, int limit) {
    var runs =
        id.isEmpty()
            ? PaymentRun.<PaymentRun>find("order by id desc")
            : PaymentRun.<PaymentRun>find("id < ?1 order by id desc", id.get());
    return runs.range(0, limit - 1).list();
  }

  void repeat(Instant at) {
    repeatedAt = at;
  }

  public UUID id() {
    return id;
  }

  public YearMonth period() {
    return period;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  /** Null when it was run once. */
  public Instant repeatedAt() {
    return repeatedAt;
  }
}
