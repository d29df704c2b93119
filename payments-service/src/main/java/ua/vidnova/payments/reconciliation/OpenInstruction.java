package ua.vidnova.payments.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/**
 * An instruction that a partner has and that has no outcome.
 *
 * @param residentId the person, as known now
 * @param amountMinor kopiykas
 * @param handedOverOn day in Kyiv
 * @param ageDays days since then
 * @param expectedBy last day on which the partner's outcome was agreed to come
 * @param lastWord the partner's status that came last, such as ACSP; empty when it said nothing
 */
public record OpenInstruction(
    UUID instructionId,
    UUID batchId,
    String partner,
    Channel channel,
    UUID residentId,
    YearMonth month,
    long amountMinor,
    LocalDate handedOverOn,
    int ageDays,
    LocalDate expectedBy,
    boolean overdue,
    Optional<String> lastWord) {

  /** What has to come next. */
  public enum Awaited {
    /** The partner has said nothing yet. */
    ANY_WORD,
    /** The partner has accepted it; whether it was paid is not known. */
    OUTCOME
  }

  public Awaited awaited() {
    return lastWord.isEmpty() ? Awaited.ANY_WORD : Awaited.OUTCOME;
  }
}
