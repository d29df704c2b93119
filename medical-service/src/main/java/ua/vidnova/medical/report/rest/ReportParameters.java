package ua.vidnova.medical.report.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.report.Days;
import ua.vidnova.medical.report.ReportSettings;
import ua.vidnova.medical.report.Wanted;

/** What a report is asked for. */
public class ReportParameters {

  @QueryParam("territory")
  @Parameter(
      description = "KATOTTG code of an oblast, raion, hromada or settlement",
      example = "UA44000000000018893")
  String territory;

  @QueryParam("brigade")
  @Parameter(description = "Instead of a territory: all trips of a brigade")
  UUID brigade;

  @QueryParam("trip")
  @Parameter(description = "Instead of a territory: one trip")
  UUID trip;

  @QueryParam("from")
  @Parameter(description = "First day, in Kyiv", required = true, example = "2026-11-18")
  LocalDate from;

  @QueryParam("to")
  @Parameter(description = "Last day; without it the first day alone", example = "2026-11-18")
  LocalDate to;

  /** Reads them; what makes no sense is 400. */
  @ApplicationScoped
  static class Reader {

    private final ReportSettings settings;

    @Inject
    Reader(ReportSettings settings) {
      this.settings = settings;
    }

    Wanted wanted(ReportParameters asked) {
      if (Stream.of(asked.territory, asked.brigade, asked.trip).filter(one -> one != null).count()
          != 1) {
        throw bad("territory", "one-of", "Name either a territory, a brigade or a trip.");
      }
      if (asked.territory != null) {
        return new Wanted.OfTerritory(asked.territory);
      }
      return asked.brigade != null
          ? new Wanted.OfBrigade(asked.brigade)
          : new Wanted.OfTrip(asked.trip);
    }

    Days days(ReportParameters asked) {
      if (asked.from == null) {
        throw bad("from", "required", "Name the first day.");
      }
      var days = new Days(asked.from, asked.to == null ? asked.from : asked.to);
      if (days.count() < 1) {
        throw bad("to", "before-from", "The last day is before the first.");
      }
      if (days.count() > settings.daysMax()) {
        throw bad("to", "too-long", "Take at most %d days.".formatted(settings.daysMax()));
      }
      return days;
    }

    private static ProblemException bad(String name, String code, String message) {
      return new ProblemException(Problems.badParameter(name, code, message));
    }
  }
}
