package ua.vidnova.contracts.identifiers;

import static java.text.Normalizer.Form.NFC;
import static ua.vidnova.contracts.identifiers.DocumentType.Expiry.MAY_BE_ABSENT;
import static ua.vidnova.contracts.identifiers.DocumentType.Expiry.REQUIRED;
import static ua.vidnova.contracts.identifiers.DocumentType.Script.AS_WRITTEN;
import static ua.vidnova.contracts.identifiers.DocumentType.Script.CYRILLIC;
import static ua.vidnova.contracts.identifiers.DocumentType.Script.NUMERAL_AND_CYRILLIC;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Papers that say who a person is, with the formats of their numbers as the national eHealth system
 * checks them. Formats speak of normalised numbers: see {@link #normalise}.
 */
public enum DocumentType {
  /** Паспорт громадянина України, the booklet: two letters and six digits. */
  PASSPORT(Formats.TWO_LETTERS + "[0-9]{6}", CYRILLIC, MAY_BE_ABSENT),
  /** Паспорт громадянина України, the card: nine digits. */
  NATIONAL_ID("[0-9]{9}", AS_WRITTEN, REQUIRED),
  /** Свідоцтво про народження: Roman numeral, two letters, six digits; or an older series. */
  BIRTH_CERTIFICATE(Formats.CIVIL_STATUS, NUMERAL_AND_CYRILLIC, MAY_BE_ABSENT),
  /** Свідоцтво про шлюб: numbered as birth certificates are. */
  MARRIAGE_CERTIFICATE(Formats.CIVIL_STATUS, NUMERAL_AND_CYRILLIC, MAY_BE_ABSENT),
  /** Посвідчення біженця. */
  REFUGEE_CERTIFICATE(Formats.TWO_LETTERS + "[0-9]{6}", CYRILLIC, REQUIRED),
  /** Посвідчення особи, яка потребує додаткового захисту. */
  COMPLEMENTARY_PROTECTION_CERTIFICATE(Formats.TWO_LETTERS + "[0-9]{6}", CYRILLIC, MAY_BE_ABSENT),
  /** Тимчасове посвідчення громадянина України: no fixed format. */
  TEMPORARY_PASSPORT(Formats.FREE, AS_WRITTEN, REQUIRED),
  /** Посвідка на постійне проживання. */
  PERMANENT_RESIDENCE_PERMIT(Formats.RESIDENCE_PERMIT, CYRILLIC, REQUIRED),
  /** Посвідка на тимчасове проживання. */
  TEMPORARY_RESIDENCE_PERMIT(Formats.RESIDENCE_PERMIT, CYRILLIC, REQUIRED),
  /** Пенсійне посвідчення: usually two letters and six digits, which is reported, not enforced. */
  PENSION_CERTIFICATE(Formats.FREE, Formats.TWO_LETTERS + "[0-9]{6}", CYRILLIC, MAY_BE_ABSENT),
  /** Any other paper, also of a foreign or occupation authority: no fixed format. */
  OTHER("[\\p{L}0-9/().-]{1,50}", AS_WRITTEN, MAY_BE_ABSENT);

  enum Script {
    CYRILLIC,
    NUMERAL_AND_CYRILLIC,
    AS_WRITTEN
  }

  enum Expiry {
    REQUIRED,
    MAY_BE_ABSENT
  }

  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}№]+");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−]");
  private static final Pattern NUMERAL_SERIES =
      Pattern.compile("([IVXІХ]{1,4})-?(\\p{L}{2}[0-9]{6})");

  private final Pattern format;
  private final Pattern usualFormat;
  private final Script script;
  private final Expiry expiry;

  DocumentType(String format, Script script, Expiry expiry) {
    this(format, format, script, expiry);
  }

  DocumentType(String format, String usualFormat, Script script, Expiry expiry) {
    this.format = Pattern.compile(format);
    this.usualFormat = Pattern.compile(usualFormat);
    this.script = script;
    this.expiry = expiry;
  }

  /** Whether the number, once normalised, has the format that papers of this type must have. */
  public boolean matches(String number) {
    return number != null && format.matcher(normalise(number)).matches();
  }

  /** Whether the number looks as papers of this type usually do; if not, ask for a second look. */
  public boolean isUsual(String number) {
    return number != null && usualFormat.matcher(normalise(number)).matches();
  }

  /** Whether a paper of this type is only complete with the date on which it expires. */
  public boolean expiryRequired() {
    return expiry == REQUIRED;
  }

  /**
   * One spelling for all that is typed for one number: capitals, no spaces, no №, plain hyphens,
   * and Cyrillic letters in place of Latin ones of the same shape where the series is Cyrillic. The
   * Roman numeral of a birth certificate becomes Latin and is followed by a hyphen.
   */
  public String normalise(String number) {
    String capitals = Normalizer.normalize(number, NFC).toUpperCase(Locale.ROOT);
    String typed = DASHES.matcher(NOISE.matcher(capitals).replaceAll("")).replaceAll("-");
    return switch (script) {
      case AS_WRITTEN -> typed;
      case CYRILLIC -> LookAlikes.toCyrillic(typed);
      case NUMERAL_AND_CYRILLIC -> withLatinNumeral(typed);
    };
  }

  private static String withLatinNumeral(String typed) {
    Matcher series = NUMERAL_SERIES.matcher(typed);
    return series.matches()
        ? LookAlikes.toLatin(series.group(1)) + "-" + LookAlikes.toCyrillic(series.group(2))
        : LookAlikes.toCyrillic(typed);
  }

  private static final class Formats {
    private static final String TWO_LETTERS = "[А-ЩЬЮЯҐІЄЇ]{2}";
    private static final String FREE = "[\\p{L}0-9/().-]{2,25}";
    private static final String ONE_TO_TWELVE = "(I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)";
    private static final String CIVIL_STATUS =
        "((" + ONE_TO_TWELVE + "|[0-9А-ЩЬЮЯҐІЄЇ-]{2,})-?" + TWO_LETTERS + ")?[0-9]{6}";
    private static final String RESIDENCE_PERMIT =
        TWO_LETTERS + "[0-9]{4,6}|[0-9]{9}|" + TWO_LETTERS + "[0-9]{5}/[0-9]{5}";
  }
}
