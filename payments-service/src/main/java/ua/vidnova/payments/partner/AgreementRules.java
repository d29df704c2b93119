package ua.vidnova.payments.partner;

import java.util.ArrayList;
import java.util.List;
import org.iban4j.IbanUtil;
import ua.vidnova.contracts.identifiers.Edrpou;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.InstructionState;

/** Says what in an agreement cannot be, given the partners that there are. */
public final class AgreementRules {

  private AgreementRules() {}

  /**
   * Something that cannot be.
   *
   * @param field of the agreement
   */
  public record Fault(String field, String code, String message) {}

  /** Everything that is wrong; nothing when it can be agreed. */
  static List<Fault> faults(
      String edrpou, Channel channel, Agreement wanted, List<PartnerProfile> partners) {
    var faults = new ArrayList<Fault>();
    add(faults, !Edrpou.isValid(edrpou), "edrpou", "checksum", "Its last digit does not fit.");
    add(
        faults,
        !Edrpou.isValid(wanted.payerEdrpou()),
        "payerEdrpou",
        "checksum",
        "Its last digit does not fit.");
    wanted.codes().forEach((code, meaning) -> addCode(faults, code, meaning));
    addBank(faults, channel, wanted);
    var others =
        partners.stream()
            .filter(one -> one.channel() == channel && !one.edrpou().equals(edrpou))
            .toList();
    addOthers(faults, channel, wanted, others);
    return faults;
  }

  private static void addCode(List<Fault> faults, String code, Meaning meaning) {
    add(
        faults,
        meaning.outcome() == InstructionState.PAID && meaning.question().isPresent(),
        "codes." + code + ".question",
        "paid-asks-nothing",
        "Who was paid needs no finding out.");
  }

  private static void addBank(List<Fault> faults, Channel channel, Agreement wanted) {
    var isBank = channel == Channel.BANK;
    add(
        faults,
        isBank != (wanted.bankCode() != null),
        "bankCode",
        "banks-only",
        "A bank has one, and nobody else.");
    add(
        faults,
        !isBank && wanted.defaultBank(),
        "defaultBank",
        "banks-only",
        "Only a bank pays to accounts.");
    var account = wanted.payerAccount();
    if (account != null) {
      add(
          faults,
          !isBank || !account.substring(4, 10).equals(wanted.bankCode()),
          "payerAccount",
          "another-bank",
          "The payer's account is one at this bank.");
      add(
          faults,
          !IbanUtil.isValid(account),
          "payerAccount",
          "checksum",
          "Its check digits do not fit.");
    }
  }

  private static void addOthers(
      List<Fault> faults, Channel channel, Agreement wanted, List<PartnerProfile> others) {
    var active = others.stream().filter(one -> one.agreed().active()).toList();
    add(
        faults,
        wanted.active()
            && (channel == Channel.POST || channel == Channel.DELEGATE)
            && !active.isEmpty(),
        "active",
        "channel-taken",
        "Another partner pays through this channel.");
    add(
        faults,
        wanted.active()
            && wanted.bankCode() != null
            && active.stream().anyMatch(one -> wanted.bankCode().equals(one.agreed().bankCode())),
        "bankCode",
        "bank-code-taken",
        "Another partner is this bank.");
    add(
        faults,
        wanted.defaultBank() && !wanted.active(),
        "defaultBank",
        "not-active",
        "The default bank is an active one.");
    add(
        faults,
        channel == Channel.BANK
            && !wanted.defaultBank()
            && others.stream().noneMatch(one -> one.agreed().defaultBank()),
        "defaultBank",
        "no-default-bank",
        "Make another bank the default; this one then is it no more.");
  }

  private static void add(
      List<Fault> faults, boolean isWrong, String field, String code, String message) {
    if (isWrong) {
      faults.add(new Fault(field, code, message));
    }
  }
}
