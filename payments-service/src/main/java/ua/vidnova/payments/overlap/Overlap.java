package ua.vidnova.payments.overlap;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Months for which the owner of an award received a Russian pension too (Law 1058-IV, Final
 * Provisions p. 14⁴).
 *
 * <p>Life: lasting until its last month is known; then kept as it is.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Overlap extends PanacheEntityBase {

  @Id private UUID id;

  private UUID awardId;

  private YearMonth fromMonth;

  private YearMonth toMonth;

  private String source;

  private String recordedBy;

  private String approvedBy;

  private Instant recordedAt;

  private String endedBy;

  private Instant endedAt;

  protected Overlap() {}

  /**
   * Which months.
   *
   * @param to the last; null while it lasts
   */
  public record Period(YearMonth from, YearMonth to) {

    boolean meets(Period other) {
      return (to == null || !to.isBefore(other.from))
          && (other.to == null || !other.to.isBefore(from));
    }

    boolean contains(YearMonth month) {
      return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }
  }

  /** What two people found. */
  static Overlap of(OverlapProposal approved, Instant at) {
    var overlap = new Overlap();
    overlap.id = approved.id();
    overlap.awardId = approved.awardId();
    overlap.fromMonth = approved.period().from();
    overlap.toMonth = approved.period().to();
    overlap.source = approved.source();
    overlap.recordedBy = approved.proposedBy();
    overlap.approvedBy = approved.decidedBy();
    overlap.recordedAt = at;
    return overlap;
  }

  /** Of some awards, oldest first; few, because they never meet. */
  public static List<Overlap> listOf(Collection<UUID> awardIds) {
    return list("awardId in ?1 order by fromMonth", awardIds);
  }

  void end(YearMonth last, String by, Instant at) {
    if (!isLasting()) {
      throw new IllegalStateException("Overlap " + id + " has ended");
    }
    toMonth = last;
    endedBy = by;
    endedAt = at;
  }

  public boolean isLasting() {
    return toMonth == null;
  }

  public Period period() {
    return new Period(fromMonth, toMonth);
  }

  public UUID id() {
    return id;
  }

  public UUID awardId() {
    return awardId;
  }

  public String source() {
    return source;
  }

  public String recordedBy() {
    return recordedBy;
  }

  /** Null for one recorded before two people were needed. */
  public String approvedBy() {
    return approvedBy;
  }
}
