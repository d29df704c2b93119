package ua.vidnova.contracts.identifiers;

import java.util.regex.Pattern;

/** The form of a code of КАТОТТГ, the codifier of administrative units and territories. */
public final class TerritoryCode {

  private static final Pattern FORMAT = Pattern.compile("UA[0-9]{17}");

  private TerritoryCode() {}

  /** Whether the form is right; whether the territory exists, {@code Territories} knows. */
  public static boolean isWellFormed(String code) {
    return code != null && FORMAT.matcher(code).matches();
  }
}
