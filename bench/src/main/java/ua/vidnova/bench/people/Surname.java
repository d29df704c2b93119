package ua.vidnova.bench.people;

import java.util.regex.Pattern;
import ua.vidnova.contracts.identifiers.Sex;

/** A surname in both languages, as a man bears it; a woman's form follows from its ending. */
public record Surname(String uk, String ru) {

  private static final Pattern ADJECTIVE = Pattern.compile(".*ий");
  private static final Pattern POSSESSIVE = Pattern.compile(".*([оеєё]в|[іїи]н)");

  /** Ukrainian surnames on -ин keep it for women (Волошин), except these. */
  private static final Pattern INDECLINABLE = Pattern.compile(".*(?<![шч])ин|.*ишин");

  public String of(Sex sex, Language language) {
    var man = language == Language.UKRAINIAN ? uk : ru;
    if (sex == Sex.MALE) {
      return man;
    }
    if (ADJECTIVE.matcher(uk).matches()) {
      return man.substring(0, man.length() - 2) + (language == Language.UKRAINIAN ? "а" : "ая");
    }
    boolean possessive = POSSESSIVE.matcher(uk).matches() && !INDECLINABLE.matcher(uk).matches();
    return possessive ? man + "а" : man;
  }
}
