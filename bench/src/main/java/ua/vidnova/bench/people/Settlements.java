package ua.vidnova.bench.people;

import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;
import ua.vidnova.bench.people.Weighted.Entry;

/** Where people live: Luhansk oblast's settlements by КАТОТТГ, weighted by population. */
public final class Settlements {
  private static final String CODIFIER = "/contracts/reference/katottg_luhansk_2025-05-16.csv";
  private static final String LEVEL_OF_SETTLEMENTS = "4";

  private static final Weighted<String> CODES =
      Weighted.of(
          Tables.read(CODIFIER).stream()
              .filter(row -> row.get("level").equals(LEVEL_OF_SETTLEMENTS))
              .map(row -> new Entry<>(row.get("code"), population(row)))
              .toList());

  private Settlements() {}

  /** The КАТОТТГ code of a settlement. */
  public static String any(RandomGenerator random) {
    return CODES.any(random);
  }

  private static double population(CSVRecord row) {
    var known = row.get("population_osm");
    return known.isBlank() ? usual(row.get("category")) : Math.max(1, Double.parseDouble(known));
  }

  /** A guess for the settlements, nearly two thirds of all, whose population the table lacks. */
  private static double usual(String category) {
    return switch (category) {
      case "M" -> 20_000;
      case "X" -> 1_500;
      default -> 150;
    };
  }
}
