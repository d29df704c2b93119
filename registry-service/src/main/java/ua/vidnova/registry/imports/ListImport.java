package ua.vidnova.registry.imports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/**
 * One run of one file through one mapping.
 *
 * <p>Life cycle: RECEIVING while the file comes in, WAITING until a worker takes it, RUNNING from
 * its first chunk on, DONE behind its last. A person may end it as CANCELLED; a file that cannot be
 * worked ends as FAILED. What was taken over stays, and the same file may be sent again. How far it
 * has come is written in the transaction of each chunk, so that any worker can go on at any time.
 */
@Entity
public class ListImport extends PanacheEntityBase {

  /** How often a chunk may fail before the import does. */
  private static final int ATTEMPTS_MAX = 3;

  /** Where an import stands. */
  public enum State {
    RECEIVING,
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    boolean isOpen() {
      return this == WAITING || this == RUNNING;
    }
  }

  @Id private UUID id;
  @Version private long version;
  private String mapping;
  private long mappingVersion;

  @ColumnTransformer(write = "?::jsonb")
  private String definition;

  private String territory;

  @SuppressWarnings("UnusedVariable") // for queries
  private String[] areas;

  private boolean dryRun;

  @Enumerated(EnumType.STRING)
  private State state;

  @SuppressWarnings("UnusedVariable") // for queries
  private byte[] sha256;

  @Enumerated(EnumType.STRING)
  private ListCharset charset;

  @Enumerated(EnumType.STRING)
  private Delimiter delimiter;

  private long bytes;
  private long bytesDone;
  private long lastLine;
  private long added;
  private long attached;
  private long restated;
  private long unchanged;
  private long refused;
  private int attempts;

  private String startedBy;
  private String startedByName;
  private Instant receivedAt;
  private Instant finishedAt;
  private boolean matched;

  protected ListImport() {}

  /** Who sends a file, and when. */
  public record Sender(String id, String name, Instant at) {}

  /** Begins to receive a file. */
  static ListImport receive(UUID id, SavedMapping mapping, boolean dryRun, Sender sender) {
    var started = new ListImport();
    started.id = id;
    started.mapping = mapping.name();
    started.mappingVersion = mapping.version();
    started.definition = mapping.definition();
    started.territory = mapping.territory();
    started.areas = mapping.areas();
    started.dryRun = dryRun;
    started.state = State.RECEIVING;
    started.startedBy = sender.id();
    started.startedByName = sender.name();
    started.receivedAt = sender.at();
    started.persist();
    return started;
  }

  static Optional<ListImport> findImport(UUID id) {
    return findByIdOptional(id);
  }

  /** The same, so that nobody else changes it until the transaction ends. */
  static Optional<ListImport> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The import that is to be worked now: the oldest that is open. */
  static Optional<ListImport> findNext() {
    return find("state in ('WAITING', 'RUNNING') order by id").firstResultOptional();
  }

  /** An import of the same content through the same mapping that has not ended without success. */
  static Optional<ListImport> findSame(SavedMapping mapping, boolean dryRun, byte[] sha256) {
    return find(
            "mapping = ?1 and mappingVersion = ?2 and dryRun = ?3 and sha256 = ?4"
                + " and state in ('WAITING', 'RUNNING', 'DONE')",
            mapping.name(),
            mapping.version(),
            dryRun,
            sha256)
        .firstResultOptional();
  }

  /**
   * Imports whose territory the caller's contain or lie in, newest first.
   *
   * @param around the caller's territories and all that lie around them
   */
  static List<ListImport> findSeenFrom(
      Collection<String> territories, Collection<String> around, Optional<UUID> before, int limit) {
    return ListImport.<ListImport>find(
            "(array_intersects(areas, ?1) or territory in ?2) and id < ?3 order by id desc",
            territories.toArray(String[]::new),
            around,
            before.orElse(new UUID(-1, -1)))
        .page(0, limit)
        .list();
  }

  /** Imports that have ended since the last matching run began, and brought something. */
  static List<ListImport> findUnmatched() {
    return list(
        "state in ('DONE', 'CANCELLED', 'FAILED') and not matched and not dryRun"
            + " and added + attached + restated > 0");
  }

  /** Notes that a matching run has begun. */
  void isMatched() {
    matched = true;
  }

  /** What was learned of a file while it came in. */
  record Received(
      byte[] sha256, long bytes, ListCharset charset, Delimiter delimiter, long headerEnd) {}

  /** The file is whole; work may begin behind its header. */
  void isReceived(Received file) {
    state = State.WAITING;
    sha256 = file.sha256();
    bytes = file.bytes();
    charset = file.charset();
    delimiter = file.delimiter();
    bytesDone = file.headerEnd();
    lastLine = 1;
  }

  /** Notes what came of a chunk. */
  void advance(Chunk chunk, LineCounts counts) {
    state = State.RUNNING;
    attempts = 0;
    bytesDone = chunk.to();
    lastLine = chunk.lastLine();
    added += counts.added();
    attached += counts.attached();
    restated += counts.restated();
    unchanged += counts.unchanged();
    refused += counts.refused();
  }

  void finish(Instant at) {
    end(State.DONE, at);
  }

  void cancel(Instant at) {
    end(State.CANCELLED, at);
  }

  /** Notes that a chunk could not be worked; the last attempt ends the import. */
  void failOnce(Instant at) {
    attempts++;
    if (attempts >= ATTEMPTS_MAX) {
      end(State.FAILED, at);
    }
  }

  private void end(State end, Instant at) {
    if (!state.isOpen()) {
      throw new IllegalStateException("Import " + id + " has ended already");
    }
    state = end;
    finishedAt = at;
  }

  boolean isOpen() {
    return state.isOpen();
  }

  boolean isAt(long position) {
    return bytesDone == position;
  }

  public UUID id() {
    return id;
  }

  public String mapping() {
    return mapping;
  }

  long mappingVersion() {
    return mappingVersion;
  }

  String definition() {
    return definition;
  }

  public String territory() {
    return territory;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  public State state() {
    return state;
  }

  public ListCharset charset() {
    return charset;
  }

  public Delimiter delimiter() {
    return delimiter;
  }

  public long bytes() {
    return bytes;
  }

  public long bytesDone() {
    return bytesDone;
  }

  public long lastLine() {
    return lastLine;
  }

  public LineCounts counts() {
    return new LineCounts(added, attached, restated, unchanged, refused);
  }

  /** Who sent the file, and when. */
  public Sender startedBy() {
    return new Sender(startedBy, startedByName, receivedAt);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
