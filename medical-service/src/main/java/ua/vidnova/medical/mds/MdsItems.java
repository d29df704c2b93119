package ua.vidnova.medical.mds;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The 50 items; source in {@code mds/SOURCES.md}. */
public final class MdsItems {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final List<MdsItem> ALL = read("/mds/emt_mds_items.csv");

  private MdsItems() {}

  /** In the order of their numbers. */
  public static List<MdsItem> all() {
    return ALL;
  }

  /** The item of a number from 1 to 50. */
  public static MdsItem get(int number) {
    return ALL.get(number - 1);
  }

  private static List<MdsItem> read(String resource) {
    try (var reader =
            new InputStreamReader(
                MdsItems.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
        var lines = FORMAT.parse(reader)) {
      return lines.stream().map(MdsItems::item).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static MdsItem item(CSVRecord line) {
    return new MdsItem(
        Integer.parseInt(line.get("number")),
        line.get("section"),
        line.get("nameEn"),
        line.get("nameUk"),
        Tally.valueOf(line.get("tally")),
        Boolean.parseBoolean(line.get("alert")));
  }
}
