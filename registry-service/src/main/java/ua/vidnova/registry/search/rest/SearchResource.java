package ua.vidnova.registry.search.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.search.ResidentQuery;
import ua.vidnova.registry.search.ResidentSummary;
import ua.vidnova.registry.search.SearchResidents;

/** The search box. */
@Path("v1/residents")
@Tag(name = "Residents")
public class SearchResource {

  private final SearchResidents searchResidents;
  private final KyivCalendar calendar;
  private final Caller caller;

  @Inject
  SearchResource(SearchResidents searchResidents, KyivCalendar calendar, Caller caller) {
    this.searchResidents = searchResidents;
    this.caller = caller;
    this.calendar = calendar;
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.MEDIC})
  @Operation(
      summary = "Finds residents of the caller's territories",
      description =
          "One box for names in any order, script and language, beginnings of them, settlements,"
              + " whole numbers of persons, papers and telephones, birth dates as 17.04.1951,"
              + " 1951-04-17 or 17/4/51, and years. All that is typed must fit. Beginnings"
              + " of names come when nobody bears them whole, names that resemble when none begins"
              + " so. At most 300 are ranked; narrow the question"
              + " when there are more.")
  public Page<ResidentSummary> residents(
      @QueryParam("q")
          @Parameter(description = "Whatever is known", example = "шевченко тарас 1951")
          String q,
      @QueryParam("birthDate") @Parameter(example = "1951-04-17") LocalDate birthDate,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") Integer limit,
      @QueryParam("after") @Parameter(description = "The next of the previous page") String after) {
    return switch (ResidentQuery.read(q, birthDate, calendar.today(), caller.territories())) {
      case Checked.Good<ResidentQuery>(var query) ->
          searchResidents.search(query, PageRequest.of(limit, after));
      case Checked.Bad<ResidentQuery>(var code, var message) ->
          throw new ProblemException(Problems.badParameter("q", code, message));
    };
  }
}
