package ua.vidnova.medical.availability.files;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.availability.Amenity;
import ua.vidnova.medical.availability.Barrier;
import ua.vidnova.medical.availability.HealthService;
import ua.vidnova.medical.availability.StatedAvailability;

/**
 * What stands of settlements as a table: RFC 4180, a line for each settlement, a column for each
 * amenity and service and for what is wanting to it. What is not known is empty.
 */
public final class AvailabilityCsv {

  private AvailabilityCsv() {}

  public static String write(List<StatedAvailability> statements) {
    var text = new StringWriter();
    var format = CSVFormat.RFC4180.builder().setHeader(columns()).get();
    try (var table = new CSVPrinter(text, format)) {
      for (var stated : statements) {
        table.printRecord(line(stated));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String[] columns() {
    var columns =
        new ArrayList<>(List.of("settlement", "name", "statedOn", "functionality", "damage"));
    Stream.of(Amenity.values()).map(Amenity::name).forEach(columns::add);
    for (var service : HealthService.values()) {
      columns.add(service.name());
      columns.add(service.name() + "_BARRIERS");
    }
    return columns.toArray(String[]::new);
  }

  private static List<Object> line(StatedAvailability stated) {
    var facts = stated.facts();
    var line = new ArrayList<>();
    line.add(facts.settlement());
    line.add(Territories.ukraine().find(facts.settlement()).map(Territory::nameUk).orElse(null));
    line.add(facts.statedOn());
    line.add(facts.functionality());
    line.add(facts.damage());
    for (var amenity : Amenity.values()) {
      line.add(facts.amenities().get(amenity));
    }
    for (var service : HealthService.values()) {
      var state = facts.services().get(service);
      line.add(state == null ? null : state.extent());
      line.add(
          state == null
              ? null
              : state.barriers().stream()
                  .sorted()
                  .map(Barrier::name)
                  .collect(Collectors.joining(" ")));
    }
    return line;
  }
}
