package ua.vidnova.payments.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** Writes the lines of a batch in one format. Lines come one by one; none is held. */
public interface BatchFile {

  /**
   * What stands above the lines.
   *
   * @param madeAt instant of the hand-over
   * @param payFrom first day on which to pay
   * @param payTo last day on which to pay
   * @param office where to pay; empty when the partner decides
   */
  record Heading(
      UUID batchId,
      Payer payer,
      YearMonth period,
      int lineCount,
      long totalMinor,
      Instant madeAt,
      LocalDate payFrom,
      LocalDate payTo,
      Optional<Office> office) {}

  /**
   * An office or vehicle of the post.
   *
   * @param index five digits; null when it has none
   */
  record Office(String index, String name) {}

  /**
   * Whose money it is.
   *
   * @param edrpou ЄДРПОУ
   * @param bankCode МФО of the bank that holds the account; null when the partner is no bank
   * @param account IBAN; empty until an operator has loaded it
   * @param messageIdPrefix stands before the batch's id in MsgId, as agreed with the partner
   */
  record Payer(
      String edrpou,
      String name,
      String bankCode,
      Optional<String> account,
      String messageIdPrefix) {}

  /** Makes a writer of one file. */
  interface Opening {

    /** Writes what comes before the first line. */
    BatchFile open(Heading heading, OutputStream out) throws IOException;
  }

  void write(PaymentLine line) throws IOException;

  /** Writes what comes after the last line and flushes; the stream stays open. */
  void finish() throws IOException;
}
