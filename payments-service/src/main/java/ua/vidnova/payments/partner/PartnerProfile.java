package ua.vidnova.payments.partner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ua.vidnova.payments.batch.FileFormat;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.InstructionState;

/**
 * What was agreed with a partner about one channel.
 *
 * @param edrpou ЄДРПОУ
 * @param messageIdPrefix up to three capital letters or digits before a batch's id in MsgId
 * @param settledStatuses ISO transaction statuses that are settlement, such as ACCC
 * @param reportFrom from which day {@code reportDays} count
 * @param reportDays days within which the outcome is expected
 * @param codes what the partner's codes mean
 * @param version of the row, for {@code If-Match}
 */
public record PartnerProfile(
    String edrpou,
    Channel channel,
    String name,
    FileFormat fileFormat,
    String bankCode,
    String payerAccount,
    int linesMax,
    boolean active,
    String messageIdPrefix,
    Set<ReportFormat> reportFormats,
    Set<String> settledStatuses,
    ReportFrom reportFrom,
    int reportDays,
    Map<String, Meaning> codes,
    long version) {

  /** A day of the window within which a period is paid. */
  public enum ReportFrom {
    FIRST_DAY,
    LAST_DAY
  }

  public boolean reportsWith(ReportFormat format) {
    return reportFormats.contains(format);
  }

  public boolean isSettled(String status) {
    return settledStatuses.contains(status);
  }

  /** What a code means, if somebody has entered it. */
  public Optional<Meaning> find(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  /** What becomes of an instruction that the partner could not pay for this reason. */
  public InstructionState unpaidBecause(String code) {
    var meaning =
        code == null
            ? Meaning.OF_AN_UNKNOWN_CODE
            : codes.getOrDefault(code, Meaning.OF_AN_UNKNOWN_CODE);
    return meaning.outcome() == InstructionState.PAID
        ? InstructionState.REJECTED
        : meaning.outcome();
  }

  /**
   * What a code asks of people; empty when it is unknown, absent, or says nothing of the person.
   */
  public Optional<Question> questionOf(String code) {
    return Optional.ofNullable(code).map(codes::get).flatMap(Meaning::question);
  }
}
