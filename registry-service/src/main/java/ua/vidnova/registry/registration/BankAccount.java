package ua.vidnova.registry.registration;

import java.util.Locale;
import org.iban4j.CountryCode;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import ua.vidnova.registry.Checked;

/** Ukrainian bank accounts by their IBAN. */
public final class BankAccount {

  private BankAccount() {}

  /** Reads an IBAN as people write it, with spaces, into its electronic form. */
  public static Checked<String> read(String written) {
    var iban = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    try {
      IbanUtil.validate(iban);
    } catch (Iban4jException e) {
      return Checked.bad("iban", "The account number is not a valid IBAN.");
    }
    return iban.startsWith(CountryCode.UA.getAlpha2())
        ? Checked.good(iban)
        : Checked.bad("not-ukrainian", "Pensions are paid to accounts in Ukraine only.");
  }
}
