package ua.vidnova.payments.programme.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.programme.Programmes;

/** Reading the programmes; they are about nobody, so all payments staff may. */
@Path("v1/programmes")
@RolesAllowed({
  Roles.PAYMENTS_OFFICER,
  Roles.PAYMENTS_APPROVER,
  Roles.AUDITOR,
  Roles.COORDINATOR,
  Roles.ADMINISTRATOR
})
@Tag(name = "Programmes", description = "Who gets how much, on what evidence, for how long")
public class ProgrammeResource {

  private final Programmes programmes;
  private final KyivCalendar calendar;

  @Inject
  ProgrammeResource(Programmes programmes, KyivCalendar calendar) {
    this.programmes = programmes;
    this.calendar = calendar;
  }

  @GET
  @Operation(summary = "Lists the programmes with what holds on a day")
  public Page<ProgrammeView> list(
      @Parameter(description = "Today when absent") @QueryParam("on") LocalDate on) {
    var day = Optional.ofNullable(on).orElseGet(calendar::today);
    List<ProgrammeView> views =
        programmes.list().stream()
            .map(programme -> programme.keeping(basis -> basis.holdsOn(day)))
            .map(ProgrammeView::of)
            .toList();
    return new Page<>(views, null);
  }
}
