package ua.vidnova.payments.batch;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.PaymentRun;

/**
 * The instructions of one run for one partner and channel and, where the channel knows them, one
 * cash point and day; several parts when they are more than the partner takes at once.
 *
 * <p>Life: ASSEMBLING while shards of its run put instructions in; READY from the end of the run
 * until the partner takes its file the first time; then HANDED_OVER for ever, with the same bytes.
 * A batch whose last instruction is withdrawn before that is WITHDRAWN.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Batch extends PanacheEntityBase {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  private PaymentRun run;

  private String partner;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private BatchState state;

  private UUID cashPointId;

  private LocalDate payOn;

  private int instructionCount;

  private long totalMinor;

  private Instant createdAt;

  private Instant handedOverAt;

  private String handedOverTo;

  private byte[] fileSha256;

  private Long fileLength;

  @Version private long version;

  /** The batch, if it is the partner's. */
  public static Optional<Batch> findOfPartner(UUID id, String partner) {
    return find("id = ?1 and partner = ?2", id, partner).firstResultOptional();
  }

  /** The same, locked until the transaction ends. */
  static Optional<Batch> findOfPartnerLocked(UUID id, String partner) {
    return Batch.<Batch>find("id = ?1 and partner = ?2", id, partner)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Batches with their runs. */
  public static List<Batch> listWithRun(List<UUID> ids) {
    return list("from Batch b join fetch b.run where b.id in ?1", ids);
  }

  /**
   * Newest first.
   *
   * @param partner ЄДРПОУ; empty for those of all partners
   * @param runId empty for those of all runs
   * @param state empty for any
   */
  public static List<Batch> listBefore(
      Optional<String> partner,
      Optional<UUID> runId,
      Optional<BatchState> state,
      Optional<UUID> before,
      int limit) {
    return Batch.<Batch>find(
            "from Batch b join fetch b.run"
                + " where (?1 is null or b.partner = ?1) and (?2 is null or b.state = ?2)"
                + " and (?3 is null or b.id < ?3) and (?4 is null or b.run.id = ?4) order by b.id desc",
            partner.orElse(null),
            state.orElse(null),
            before.orElse(null),
            runId.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  void handOver(String to, Instant at, byte[] sha256, long length) {
    if (state != BatchState.READY) {
      throw new IllegalStateException("Batch " + id + " is " + state);
    }
    state = BatchState.HANDED_OVER;
    handedOverTo = to;
    handedOverAt = at;
    fileSha256 = sha256;
    fileLength = length;
  }

  public UUID id() {
    return id;
  }

  public PaymentRun run() {
    return run;
  }

  public String partner() {
    return partner;
  }

  public Channel channel() {
    return channel;
  }

  /** Where it is paid out; empty where the channel has no places. */
  public Optional<UUID> cashPointId() {
    return Optional.ofNullable(cashPointId);
  }

  /** On which day; empty where the channel knows none. */
  public Optional<LocalDate> payOn() {
    return Optional.ofNullable(payOn);
  }

  public BatchState state() {
    return state;
  }

  /** Without those that were withdrawn; 0 while it is assembled. */
  public int instructionCount() {
    return instructionCount;
  }

  /** Kopiykas, without what was withdrawn. */
  public long totalMinor() {
    return totalMinor;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> handedOverAt() {
    return Optional.ofNullable(handedOverAt);
  }

  /** Day of the hand-over in Kyiv; only once handed over. */
  LocalDate handedOverOn() {
    return LocalDate.ofInstant(handedOverAt, KyivCalendar.KYIV);
  }

  /** SHA-256 of the file, in hex; empty until handed over. */
  public Optional<String> fileSha256() {
    return Optional.ofNullable(fileSha256).map(HexFormat.of()::formatHex);
  }

  /** Bytes of the file; only once handed over. */
  public long fileLength() {
    return fileLength;
  }
}
