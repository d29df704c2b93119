package ua.vidnova.bench.people;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;
import ua.vidnova.bench.people.Weighted.Entry;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * The names that invented people bear, from the bench's own lists: a few hundred common surnames,
 * and a long tail of stems with suffixes.
 */
public final class Names {
  private static final String FOLDER = "/ua/vidnova/bench/names/";

  /** Share of people with a surname of the list of common ones. */
  private static final double COMMON_SHARE = 0.5;

  private static final Weighted<GivenName> MEN = given("men.csv");
  private static final Weighted<GivenName> WOMEN = given("women.csv");
  private static final Weighted<Surname> COMMON = commonSurnames();
  private static final Weighted<Surname> RARE = rareSurnames();

  private Names() {}

  public static GivenName given(Sex sex, RandomGenerator random) {
    return (sex == Sex.MALE ? MEN : WOMEN).any(random);
  }

  static Surname surname(RandomGenerator random) {
    return (random.nextDouble() < COMMON_SHARE ? COMMON : RARE).any(random);
  }

  static List<GivenName> men() {
    return MEN.all();
  }

  static List<Surname> surnames() {
    var all = new ArrayList<>(COMMON.all());
    all.addAll(RARE.all());
    return all;
  }

  private static Weighted<GivenName> given(String file) {
    return Weighted.of(
        Tables.read(FOLDER + file).stream()
            .map(
                row ->
                    new Entry<>(
                        new GivenName(row.get("uk"), row.get("ru"), patronymics(row)), weight(row)))
            .toList());
  }

  private static GivenName.Patronymics patronymics(CSVRecord row) {
    return row.isMapped("son_uk")
        ? new GivenName.Patronymics(
            row.get("son_uk"), row.get("daughter_uk"), row.get("son_ru"), row.get("daughter_ru"))
        : null;
  }

  private static Weighted<Surname> commonSurnames() {
    return Weighted.of(
        Tables.read(FOLDER + "surnames.csv").stream()
            .map(row -> new Entry<>(new Surname(row.get("uk"), row.get("ru")), weight(row)))
            .toList());
  }

  private static Weighted<Surname> rareSurnames() {
    var suffixes = Tables.read(FOLDER + "suffixes.csv");
    return Weighted.of(
        Tables.read(FOLDER + "stems.csv").stream()
            .flatMap(
                stem ->
                    suffixes.stream()
                        .map(
                            suffix ->
                                new Entry<>(
                                    new Surname(
                                        stem.get("uk") + suffix.get("uk"),
                                        stem.get("ru") + suffix.get("ru")),
                                    weight(suffix))))
            .toList());
  }

  private static double weight(CSVRecord row) {
    return Double.parseDouble(row.get("weight"));
  }
}
