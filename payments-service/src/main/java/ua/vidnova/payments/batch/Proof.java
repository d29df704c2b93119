package ua.vidnova.payments.batch;

import java.time.LocalDate;
import java.util.Optional;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.voucher.VoucherCode;

/** What there must be, beside a partner's word, before an instruction counts as paid. */
public sealed interface Proof {

  /** What a line that says PAID lacks; empty when nothing. */
  Optional<Verdict> lacking(ReportedOutcome line);

  /** Of banks and the post a word is enough. */
  record NotNeeded() implements Proof {

    @Override
    public Optional<Verdict> lacking(ReportedOutcome line) {
      return Optional.empty();
    }
  }

  /**
   * Of a till: the code that the person brought.
   *
   * @param codeSha256 hex
   * @param validTo the last day
   */
  record Voucher(String codeSha256, LocalDate validTo) implements Proof {

    @Override
    public Optional<Verdict> lacking(ReportedOutcome line) {
      if (line.voucherCode() == null || !VoucherCode.matches(line.voucherCode(), codeSha256)) {
        return Optional.of(Verdict.VOUCHER_CODE);
      }
      return line.occurredOn().isAfter(validTo)
          ? Optional.of(Verdict.VOUCHER_EXPIRED)
          : Optional.empty();
    }
  }

  /** Of a delegated official: a receipt that was recorded. */
  record Receipt(boolean isKept) implements Proof {

    @Override
    public Optional<Verdict> lacking(ReportedOutcome line) {
      return isKept ? Optional.empty() : Optional.of(Verdict.RECEIPT_MISSING);
    }
  }
}
