package ua.vidnova.medical.need.rest;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import ua.vidnova.medical.need.Priority;
import ua.vidnova.medical.need.VisitList;
import ua.vidnova.medical.resident.PersonName;

/** A visit list for paper: a line for each person, in the order of the list. */
final class VisitListCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "on",
              "settlement",
              "place",
              "house",
              "address",
              "points",
              "name",
              "bornOn",
              "sex",
              "about",
              "reasons",
              "askedOn",
              "words",
              "residentId")
          .get();

  private VisitListCsv() {}

  static String of(VisitList list) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      for (var stop : list.stops()) {
        var number = 0;
        for (var house : stop.households()) {
          number++;
          for (var person : house.people()) {
            printer.printRecord(
                Stream.concat(
                    Stream.of(
                        stop.on(),
                        stop.settlement(),
                        inert(stop.place()),
                        number,
                        inert(house.address())),
                    person(person)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Stream<Object> person(VisitList.Person person) {
    return Stream.of(
        person.priority().points(),
        inert(name(person.name())),
        text(person.bornOn()),
        text(person.sex()),
        inert(person.about()),
        person.priority().reasons().stream().map(VisitListCsv::reason).collect(joining("; ")),
        person.requests().stream().map(one -> text(one.askedOn())).collect(joining("; ")),
        inert(
            person.requests().stream()
                .map(VisitList.Request::words)
                .filter(words -> words != null)
                .collect(joining("; "))),
        text(person.residentId()));
  }

  private static String reason(Priority.Reason reason) {
    return reason.factor()
        + " "
        + reason.points()
        + Optional.ofNullable(reason.detail()).map(detail -> " (" + detail + ")").orElse("");
  }

  private static String name(PersonName name) {
    return name == null
        ? ""
        : Stream.of(name.family(), name.given(), name.patronymic())
            .filter(part -> part != null)
            .collect(joining(" "));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** Free text that a spreadsheet does not take for a formula. */
  private static String inert(String text) {
    return text == null
        ? ""
        : !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
