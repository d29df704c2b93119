package ua.vidnova.localstack.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of awards in which some lines are wrong, each in its own way.
 *
 * @param csv with the header
 * @param goodLines lines that become awards
 * @param refusals what is to be said of the others, as {@code line field code}
 */
record AwardFile(String csv, int goodLines, Set<String> refusals) {

  /** A mistake and the answer it must get. */
  private record Mistake(String field, String code, Spoiling spoiling) {}

  @FunctionalInterface
  private interface Spoiling {
    String of(AwardLine line);
  }

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("rnokpp", "checksum", line -> otherCheckDigit(line.csv())),
          new Mistake("settlement", "not-a-settlement", AwardFile::hromadaForSettlement),
          new Mistake(
              "firstUnpaidMonth",
              "in-the-future",
              line -> line.csv().replace("," + line.firstUnpaidMonth() + ",", ",2999-01,")),
          new Mistake("monthlyAmount", "not-an-amount", line -> line.csv().replace(".", "")),
          new Mistake("(line)", "column-count", line -> line.csv() + ",more"));

  /** How many lines of a file are bad. */
  static final int MISTAKES_COUNT = MISTAKES.size();

  /**
   * @param good become awards
   * @param spoilt one for each mistake, strewn among the good ones
   */
  static AwardFile of(List<AwardLine> good, List<AwardLine> spoilt) {
    List<String> lines = new ArrayList<>(good.stream().map(AwardLine::csv).toList());
    Set<String> refusals = new LinkedHashSet<>();
    int distance = lines.size() / MISTAKES.size();
    for (int i = 0; i < MISTAKES.size(); i++) {
      Mistake mistake = MISTAKES.get(i);
      int place = (i + 1) * distance;
      lines.add(place, mistake.spoiling().of(spoilt.get(i)));
      int lineInFile = place + 2; // The header is line 1.
      refusals.add(lineInFile + " " + mistake.field() + " " + mistake.code());
    }
    String csv = AwardLine.HEADER + "\n" + String.join("\n", lines) + "\n";
    return new AwardFile(csv, good.size(), refusals);
  }

  private static String otherCheckDigit(String csv) {
    int digit = csv.charAt(9) - '0';
    return csv.substring(0, 9) + (digit + 1) % 10 + csv.substring(10);
  }

  private static String hromadaForSettlement(AwardLine line) {
    return line.csv().replace(line.settlement(), Place.HROMADA);
  }
}
