package ua.vidnova.registry.imports;

import java.text.Normalizer;
import java.util.Locale;

/** Headers of columns as they are compared: spaces, case and kinds of apostrophe do not matter. */
public final class Headers {

  private Headers() {}

  /** The comparable form of a header. */
  public static String comparable(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFC)
        .replace("\uFEFF", "")
        .replaceAll("['`´ʼ‘’′＇]", "’")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
