package ua.vidnova.registry.evidence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import ua.vidnova.registry.names.LookAlikes;

/** Forms of document numbers, and the one way in which each number is kept. */
final class DocumentNumber {

  private static final String LETTER = "[А-ЩЬЮЯҐЄІЇ]";

  static final Pattern SERIES_AND_SIX_DIGITS = Pattern.compile(LETTER + "{2}[0-9]{6}");
  static final Pattern NINE_DIGITS = Pattern.compile("[0-9]{9}");
  static final Pattern PERMIT =
      Pattern.compile(LETTER + "{2}[0-9]{4,6}|[0-9]{9}|" + LETTER + "{2}[0-9]{5}/[0-9]{5}");

  /** Number with or without series; a series is a Roman or other prefix and two letters. */
  static final Pattern CIVIL_STATUS =
      Pattern.compile(
          "((XII|XI|IX|IV|V?I{1,3}|V|X|[0-9А-ЯҐЄІЇ-]{2,10})-?" + LETTER + "{2})?[0-9]{6}");

  static final Pattern FREE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]{1,24}");

  private static final Pattern ROMAN_SERIES =
      Pattern.compile("([IVXІХ]{1,4})-?(\\p{L}{2}[0-9]{6})");

  private DocumentNumber() {}

  static String canonical(String written, Pattern form) {
    var number =
        Normalizer.normalize(written, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .replace("№", " ")
            .strip();
    if (form == FREE) {
      return number.replaceAll("\\s+", " ");
    }
    var compact = number.replaceAll("\\s+", "").replaceAll("\\p{Pd}", "-");
    return form == CIVIL_STATUS ? civilStatus(compact) : LookAlikes.toCyrillic(compact);
  }

  /** Roman numerals are kept in Latin letters, what follows them in Cyrillic ones. */
  private static String civilStatus(String compact) {
    var roman = ROMAN_SERIES.matcher(compact);
    return roman.matches()
        ? roman.group(1).replace('І', 'I').replace('Х', 'X')
            + "-"
            + LookAlikes.toCyrillic(roman.group(2))
        : LookAlikes.toCyrillic(compact);
  }
}
