package ua.vidnova.registry.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import ua.vidnova.registry.Checked;

/** Ukrainian telephone numbers, kept as E.164. */
public final class PhoneNumber {

  private static final String UKRAINE = "UA";

  private PhoneNumber() {}

  /** Reads a number that must be in E.164 already, as programs send it. */
  public static Checked<String> readE164(String number) {
    return find(number)
        .filter(number::equals)
        .map(Checked::good)
        .orElseGet(() -> Checked.bad("phone", "Give a Ukrainian number as +380 and nine digits."));
  }

  /** Finds a Ukrainian number in what a person typed, such as {@code (050) 000-00-01}. */
  public static Optional<String> find(String typed) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(typed, UKRAINE);
      return numbers.isValidNumberForRegion(number, UKRAINE)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
