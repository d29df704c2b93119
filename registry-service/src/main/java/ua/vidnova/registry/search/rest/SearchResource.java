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
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.search.ResidentQuery;
import ua.vidnova.registry.search.ResidentSummary;
import ua.vidnova.registry.search.SearchResidents;

/** The search box. */
@Path("v1/residents")
@Tag(name = "Residents")
public class SearchResource {

  private final SearchResidents searchResidents;

  @Inject
  SearchResource(SearchResidents searchResidents) {
    this.searchResidents = searchResidents;
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.MEDIC})
  @Operation(
      summary = "Finds residents of the caller's territories",
      description =
          "By the beginnings of names in any order, Cyrillic or Latin; names that only resemble"
              + " come when none begins so. Or by a whole РНОКПП or telephone number.")
  public Page<ResidentSummary> residents(
      @QueryParam("q") @Parameter(description = "Names or a whole number", example = "шевч тар")
          String q,
      @QueryParam("birthDate") @Parameter(example = "1951-04-17") LocalDate birthDate,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") Integer limit,
      @QueryParam("after") @Parameter(description = "The next of the previous page") String after) {
    return switch (ResidentQuery.read(q, birthDate)) {
      case Checked.Good<ResidentQuery>(var query) ->
          searchResidents.search(query, PageRequest.of(limit, after));
      case Checked.Bad<ResidentQuery>(var code, var message) ->
          throw new ProblemException(Problems.badParameter("q", code, message));
    };
  }
}
