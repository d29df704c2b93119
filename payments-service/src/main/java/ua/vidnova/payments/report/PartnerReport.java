package ua.vidnova.payments.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.batch.ReportRules.Verdict;

/**
 * A file that a partner reported with.
 *
 * <p>Life: kept when it was read to its end; taken over in chunks of lines, each in a transaction
 * of its own; finished when no line waits. The same file again is the same report.
 *
 * @param messageId the partner's; empty when its format has none
 * @param sha256 of the file's bytes, in hex
 * @param lines how many it has, each instruction of a group statement included
 * @param passedOver entries that are of no instruction
 * @param finishedAt empty while lines wait
 * @param verdicts how many lines came to which verdict, by {@link Verdict#code()} or {@link
 *     Unreadable#code()}
 */
public record PartnerReport(
    UUID id,
    String partner,
    ReportFormat format,
    Optional<String> messageId,
    String sha256,
    Instant receivedAt,
    int lines,
    int passedOver,
    Optional<Instant> finishedAt,
    Map<String, Long> verdicts) {

  public long accepted() {
    return verdicts.getOrDefault(Verdict.ACCEPTED.code(), 0L);
  }

  public long unchanged() {
    return verdicts.getOrDefault(Verdict.UNCHANGED.code(), 0L);
  }

  /** Those that the partner has and that are not final. */
  public long onTheirWay() {
    return verdicts.getOrDefault(Verdict.ON_ITS_WAY.code(), 0L);
  }

  public long refused() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum()
        - accepted()
        - unchanged()
        - onTheirWay();
  }

  /** Lines that were neither taken over nor refused yet. */
  public long waiting() {
    return lines - verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
