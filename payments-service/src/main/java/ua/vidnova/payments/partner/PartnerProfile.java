package ua.vidnova.payments.partner;

import java.util.Map;
import java.util.Optional;
import ua.vidnova.payments.batch.FileFormat;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.InstructionState;

/**
 * What was agreed with a partner about one channel.
 *
 * @param edrpou ЄДРПОУ
 * @param agreed what two administrators can change
 * @param version of the row
 */
public record PartnerProfile(
    String edrpou, Channel channel, FileFormat fileFormat, Agreement agreed, long version) {

  /** A day of the window within which a period is paid. */
  public enum ReportFrom {
    FIRST_DAY,
    LAST_DAY
  }

  public boolean reportsWith(ReportFormat format) {
    return agreed.reportFormats().contains(format);
  }

  public boolean isSettled(String status) {
    return agreed.settledStatuses().contains(status);
  }

  public String messageIdPrefix() {
    return agreed.messageIdPrefix();
  }

  /** What a code means, if somebody has entered it. */
  public Optional<Meaning> find(String code) {
    return Optional.ofNullable(agreed.codes().get(code));
  }

  /** What becomes of an instruction that the partner could not pay for this reason. */
  public InstructionState unpaidBecause(String code) {
    var meaning =
        code == null
            ? Meaning.OF_AN_UNKNOWN_CODE
            : agreed.codes().getOrDefault(code, Meaning.OF_AN_UNKNOWN_CODE);
    return meaning.outcome() == InstructionState.PAID
        ? InstructionState.REJECTED
        : meaning.outcome();
  }

  /**
   * What a code asks of people; empty when it is unknown, absent, or says nothing of the person.
   */
  public Optional<Question> questionOf(String code) {
    Map<String, Meaning> codes = agreed.codes();
    return Optional.ofNullable(code).map(codes::get).flatMap(Meaning::question);
  }
}
