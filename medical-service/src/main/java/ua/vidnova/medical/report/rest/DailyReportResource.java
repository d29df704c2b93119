package ua.vidnova.medical.report.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.report.DailyReport;
import ua.vidnova.medical.report.MakeDailyReport;
import ua.vidnova.medical.report.Reporting;
import ua.vidnova.medical.report.files.ReportCsv;
import ua.vidnova.medical.report.files.ReportPaper;

/** Reports of what brigades did, counted from their visits at the moment of asking. */
@Path("v1/daily-reports")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.PROTECTION_OFFICER})
@Tag(name = "Daily report", description = "WHO Emergency Medical Team Minimum Data Set")
@APIResponse(responseCode = "400", description = "A parameter is wanting or unreadable")
@APIResponse(responseCode = "403", description = "Code outside-your-territory")
@APIResponse(responseCode = "404", description = "No such territory, or no trip in these days")
public class DailyReportResource {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final MakeDailyReport makeDailyReport;
  private final Caller caller;
  private final ReportParameters.Reader parameters;

  @Inject
  DailyReportResource(
      MakeDailyReport makeDailyReport, Caller caller, ReportParameters.Reader parameters) {
    this.makeDailyReport = makeDailyReport;
    this.caller = caller;
    this.parameters = parameters;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Reports the visits of a territory, a brigade or a trip over a span of days",
      description =
          "Corrected and withdrawn visits do not count. Whoever was on one of the brigade's trips"
              + " in these days reads its report; others must be bounded to every place of it."
              + " Counts of items 47 to 50 below a limit are withheld from all but protection"
              + " officers; those of items 2 to 46, while there are fewer consultations than a"
              + " limit, from coordinators.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DailyReportView.class)))
  public Response show(@BeanParam ReportParameters asked) {
    return answer(asked, report -> Response.ok(DailyReportView.of(report)));
  }

  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  @Operation(summary = "The same as a table", description = "Columns: docs/medical-reports.md")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
  public Response table(@BeanParam ReportParameters asked) {
    return answer(asked, report -> file(report, ReportCsv.write(report), CSV, "csv"));
  }

  @GET
  @Produces("application/pdf;qs=0.5")
  @Operation(summary = "The same as a printed form", description = "A4, in Ukrainian")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
  public Response print(@BeanParam ReportParameters asked) {
    return answer(
        asked,
        report -> file(report, ReportPaper.print(report, caller.name()), "application/pdf", "pdf"));
  }

  private static Response.ResponseBuilder file(
      DailyReport report, Object content, String type, String extension) {
    var name = "emt-mds-%s-%s.%s".formatted(report.days().from(), report.days().to(), extension);
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private Response answer(
      ReportParameters asked, Function<DailyReport, Response.ResponseBuilder> shown) {
    return switch (makeDailyReport.make(parameters.wanted(asked), parameters.days(asked))) {
      case Reporting.Made(var report) -> shown.apply(report).build();
      case Reporting.NotFound() -> Problems.notFound().toResponse();
      case Reporting.PlaceNotCovered() ->
          Problem.of(403, "outside-your-territory", "Visits were made outside your territories")
              .toResponse();
    };
  }
}
