package ua.vidnova.medical.need.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.need.Factor;
import ua.vidnova.medical.need.PriorityEdition;
import ua.vidnova.medical.need.Weight;
import ua.vidnova.medical.need.Weights;

/** How many points what gives to someone who awaits a visit. */
@Path("v1/priority-rules")
@RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.AUDITOR})
@Tag(name = "Needs", description = "Who asked for a visit, and how pressing it is")
public class PriorityRulesResource {

  private final Weights weights;
  private final KyivCalendar calendar;

  @Inject
  PriorityRulesResource(Weights weights, KyivCalendar calendar) {
    this.weights = weights;
    this.calendar = calendar;
  }

  @GET
  @Operation(
      summary = "Lists the rules of priority that are in force on a day, with their source",
      description = "Of a factor's rules that apply to a person, the one with most points counts.")
  public Page<RuleView> list(
      @Parameter(description = "Absent: today") @QueryParam("on") LocalDate on) {
    var rules =
        weights.inForce(on == null ? calendar.today() : on).stream()
            .flatMap(edition -> edition.weights().stream().map(one -> RuleView.of(one, edition)))
            .toList();
    return new Page<>(rules, null);
  }

  /** A weight with where it is from. */
  @Schema(name = "PriorityRule")
  public record RuleView(
      Factor factor, int threshold, int points, LocalDate validFrom, String source) {

    private static RuleView of(Weight weight, PriorityEdition edition) {
      return new RuleView(
          weight.factor(),
          weight.threshold(),
          weight.points(),
          edition.validFrom(),
          edition.source());
    }
  }
}
