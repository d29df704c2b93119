package ua.vidnova.contracts.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * All territories of Ukraine by КАТОТТГ, edition of 16.05.2025, in memory. Ancestry follows the
 * codifier's parent column, never the digits of codes.
 */
public final class Territories {

  private static final String EDITION = "/contracts/reference/katottg_ukraine_2025-05-16.csv.gz";
  private static final int EXPECTED = 32_000;

  private final Map<String, Territory> byCode;

  private Territories(Map<String, Territory> byCode) {
    this.byCode = byCode;
  }

  /** The edition that the module carries; read once, on first use. */
  public static Territories ukraine() {
    return Edition.UKRAINE;
  }

  public Optional<Territory> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Whether the code is that of a settlement, so that a person may be registered there. */
  public boolean isSettlement(String code) {
    return find(code).filter(Territory::isSettlement).isPresent();
  }

  /** Whether the territory is the ancestor itself or lies within it; false if either is unknown. */
  public boolean isWithin(String code, String ancestorCode) {
    return lineage(code).anyMatch(territory -> territory.code().equals(ancestorCode));
  }

  /** The hromada that a territory is or lies in; empty above hromadas and in special cities. */
  public Optional<Territory> hromadaOf(String code) {
    return lineage(code).filter(Territory::isHromada).findFirst();
  }

  /** The territory and what it lies in, nearest first; empty if the code is unknown. */
  public Stream<Territory> lineage(String code) {
    return Stream.iterate(
        byCode.get(code), Objects::nonNull, territory -> byCode.get(territory.parentCode()));
  }

  /** Every territory, each oblast followed by what lies within it. */
  public Stream<Territory> all() {
    return byCode.values().stream();
  }

  /**
   * The edition has no quoted fields, so that a plain split reads it, thrice as fast as a parser.
   */
  private static Territories read(String resource) {
    Map<String, Territory> byCode = LinkedHashMap.newLinkedHashMap(EXPECTED);
    try (var file = new GZIPInputStream(Territories.class.getResourceAsStream(resource))) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> territory(line.split(",", -1), byCode))
          .forEach(territory -> byCode.put(territory.code(), territory));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + resource, unreadable);
    }
    return new Territories(byCode);
  }

  private static Territory territory(String[] fields, Map<String, Territory> above) {
    Territory parent = above.get(fields[2]);
    return new Territory(
        fields[0],
        Integer.parseInt(fields[1]),
        parent == null ? null : parent.code(),
        fields[3].intern(),
        fields[4]);
  }

  private static final class Edition {
    private static final Territories UKRAINE = read(EDITION);
  }
}
