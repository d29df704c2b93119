package ua.vidnova.registry.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import ua.vidnova.registry.Checked;

/** Telephone numbers, kept as E.164. Those without a country are Ukrainian. */
public final class PhoneNumber {

  private static final String UKRAINE = "UA";

  private PhoneNumber() {}

  /** Reads a number of any country that must be in E.164 already, as programs send it. */
  public static Checked<String> readE164(String number) {
    return find(number)
        .filter(number::equals)
        .map(Checked::good)
        .orElseGet(() -> Checked.bad("phone", "Give a number as + with country and digits."));
  }

  /** Whether partners in Ukraine can use the number. */
  public static boolean isUkrainian(String e164) {
    return e164.startsWith("+380");
  }

  /** Finds a number in what a person typed, such as {@code (050) 000-00-01}. */
  public static Optional<String> find(String typed) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(typed, UKRAINE);
      return numbers.isValidNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
