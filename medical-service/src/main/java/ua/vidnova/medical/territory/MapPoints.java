package ua.vidnova.medical.territory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import ua.vidnova.contracts.reference.Territories;

/**
 * Where settlements of Luhansk oblast lie; source in {@code contracts/reference/SOURCES.md}. A
 * settlement without a point of its own has its hromada's, as an approximation.
 */
public final class MapPoints {

  private static final String FILE = "/contracts/reference/katottg_luhansk_2025-05-16.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final Map<String, MapPoint> KNOWN = read();

  private MapPoints() {}

  /**
   * A point.
   *
   * @param latitude WGS 84, degrees
   * @param approximate it is the hromada's
   */
  public record MapPoint(BigDecimal latitude, BigDecimal longitude, boolean approximate) {}

  /** Empty outside the region whose points are known. */
  public static Optional<MapPoint> find(String settlement) {
    return Optional.ofNullable(KNOWN.get(settlement))
        .or(
            () ->
                Territories.ukraine()
                    .hromadaOf(settlement)
                    .map(hromada -> KNOWN.get(hromada.code()))
                    .map(point -> new MapPoint(point.latitude(), point.longitude(), true)));
  }

  private static Map<String, MapPoint> read() {
    try (var reader =
            new InputStreamReader(
                Territories.class.getResourceAsStream(FILE), StandardCharsets.UTF_8);
        var lines = FORMAT.parse(reader)) {
      return lines.stream()
          .filter(line -> !line.get("lat").isEmpty())
          .collect(
              Collectors.toMap(
                  line -> line.get("code"),
                  line ->
                      new MapPoint(
                          new BigDecimal(line.get("lat")),
                          new BigDecimal(line.get("lon")),
                          false)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
