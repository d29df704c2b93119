package ua.vidnova.payments.awardimport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.StopReason;

/**
 * One award as the Pension Fund tells it. Personal data: never logged.
 *
 * @param line number in the file; the header is 1
 * @param patronymic empty when the person has none
 * @param monthlyAmountMinor kopiykas
 */
public record AwardLine(
    int line,
    String rnokpp,
    String familyName,
    String givenName,
    String patronymic,
    LocalDate birthDate,
    long monthlyAmountMinor,
    YearMonth firstUnpaidMonth,
    StopReason stopReason,
    Fault fault,
    String settlement,
    PensionDetails details) {

  /** SHA-256 over everything but the line number: two lines that say the same have the same. */
  byte[] contentSha256() {
    var content = told() + details.content();
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same line with other facts of the pension. */
  AwardLine stating(StatedFacts facts) {
    return new AwardLine(
        line,
        rnokpp,
        familyName,
        givenName,
        patronymic,
        birthDate,
        facts.monthlyAmountMinor(),
        firstUnpaidMonth,
        stopReason,
        fault,
        settlement,
        facts.details());
  }

  private String told() {
    return String.join(
        "\n",
        rnokpp,
        familyName,
        givenName,
        patronymic,
        birthDate.toString(),
        Long.toString(monthlyAmountMinor),
        firstUnpaidMonth.toString(),
        stopReason.name(),
        fault.name(),
        settlement);
  }

  @Override
  public String toString() {
    return "AwardLine[" + line + "]";
  }
}
