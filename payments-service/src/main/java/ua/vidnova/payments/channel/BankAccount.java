package ua.vidnova.payments.channel;

import java.util.Locale;
import java.util.Optional;
import org.iban4j.CountryCode;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Ukrainian bank accounts by their IBAN (ISO 13616, check digits by ISO 7064 MOD 97-10). */
final class BankAccount {

  private BankAccount() {}

  /** The electronic form of an IBAN as people write it; empty when it is not a Ukrainian one. */
  static Optional<String> read(String written) {
    var iban = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    try {
      IbanUtil.validate(iban);
    } catch (Iban4jException e) {
      return Optional.empty();
    }
    return Optional.of(iban).filter(one -> one.startsWith(CountryCode.UA.getAlpha2()));
  }
}
