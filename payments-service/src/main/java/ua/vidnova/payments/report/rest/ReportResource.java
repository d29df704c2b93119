package ua.vidnova.payments.report.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.partner.PartnerProfiles;
import ua.vidnova.payments.reach.Reader;
import ua.vidnova.payments.report.FindReports;
import ua.vidnova.payments.report.KeepReport;
import ua.vidnova.payments.report.PartnerReport;
import ua.vidnova.payments.report.ReportFile;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.report.TakeOverReport;
import ua.vidnova.payments.report.TakeReportOutcome;
import ua.vidnova.payments.report.files.DeliveryReturnFile;
import ua.vidnova.payments.report.files.XmlReportFile;
import ua.vidnova.payments.report.rest.PartnerReportView.RefusedLineView;

/** Partners report with files: banks with ISO 20022 messages, the post with the list returned. */
@Path("v1/reports")
@Tag(name = "Reports", description = "Partner API: files about what became of instructions")
public class ReportResource {

  private static final String SCOPE = "payments.reports:write";
  private static final int REFUSED_SHOWN_MAX = 100;

  /** A larger file is gone on with in the background, and its report says how far it is. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private static final Set<ReportFormat> XML = Set.of(ReportFormat.PAIN_002, ReportFormat.CAMT_054);
  private static final Set<ReportFormat> CSV = Set.of(ReportFormat.DELIVERY_LIST);

  private final KeepReport keepReport;
  private final TakeOverReport takeOverReport;
  private final FindReports findReports;
  private final PartnerProfiles profiles;
  private final Reader reader;

  @Inject
  ReportResource(
      KeepReport keepReport,
      TakeOverReport takeOverReport,
      FindReports findReports,
      PartnerProfiles profiles,
      Reader reader) {
    this.keepReport = keepReport;
    this.takeOverReport = takeOverReport;
    this.findReports = findReports;
    this.profiles = profiles;
    this.reader = reader;
  }

  /** Makes a reader of a file's bytes. */
  private interface Opening {
    ReportFile open(InputStream bytes, PartnerProfile profile);
  }

  @POST
  @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  @PermissionsAllowed(SCOPE)
  @Operation(
      summary = "Reports with an ISO 20022 message",
      description =
          "pain.002.001.10 or camt.054.001.08, valid against ISO's schema, up to 64 MiB. Nothing is"
              + " taken of a file that is not. Each line of it then stands alone. The same file"
              + " again gets the same report.")
  @APIResponse(
      responseCode = "201",
      description = "Read; refused lines included",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PartnerReportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Kept; not every line was looked at yet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PartnerReportView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same file had come before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PartnerReportView.class)))
  @APIResponse(
      responseCode = "400",
      description = "Codes: malformed-xml, doctype, schema; nothing was taken")
  @APIResponse(responseCode = "404", description = "About a batch that is not there for you")
  @APIResponse(
      responseCode = "409",
      description = "Codes: not-handed-over; message-id-reused: another file had this MsgId")
  @APIResponse(responseCode = "413", description = "Larger than allowed")
  @APIResponse(responseCode = "422", description = "Code format-not-agreed")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_XML,
              schema = @Schema(type = SchemaType.STRING)))
  public Response takeXml(InputStream body, @Context UriInfo uri) {
    return take(XML, XmlReportFile::open, body, uri);
  }

  @POST
  @Consumes("text/csv")
  @PermissionsAllowed(SCOPE)
  @Operation(
      summary = "Returns a delivery list",
      description =
          "The list with the columns status (PAID, UNPAID, REFUSED, DECEASED, MOVED) and statusOn"
              + " filled in. Each line stands alone.")
  @APIResponse(
      responseCode = "201",
      description = "Read; refused lines included",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PartnerReportView.class)))
  @APIResponse(responseCode = "400", description = "Codes: header, not-utf-8, incomplete")
  @APIResponse(responseCode = "415", description = "Another charset than UTF-8")
  @RequestBody(
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response takeList(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @Context UriInfo uri) {
    var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      return Problem.of(415, "unsupported-charset", "The file must be UTF-8").toResponse();
    }
    return take(CSV, DeliveryReturnFile::open, body, uri);
  }

  private Response take(Set<ReportFormat> formats, Opening opening, InputStream body, UriInfo uri) {
    var profile =
        profiles.listOf(reader.partner()).stream()
            .filter(one -> formats.stream().anyMatch(one::reportsWith))
            .findFirst();
    if (profile.isEmpty()) {
      return Problem.of(422, "format-not-agreed", "Your profile does not report in this form")
          .toResponse();
    }
    return switch (keepReport.keep(profile.get(), opening.open(body, profile.get()))) {
      case TakeReportOutcome.Kept(var id) -> answer(takenOver(id), 201, uri);
      case TakeReportOutcome.Known(var id) -> answer(takenOver(id), 200, uri);
      case TakeReportOutcome.NoSuchBatch() -> Problems.notFound().toResponse();
      case TakeReportOutcome.NotHandedOver() ->
          Problems.conflict("not-handed-over", "The file of this batch was not taken yet")
              .toResponse();
      case TakeReportOutcome.MessageIdReused() ->
          Problems.conflict("message-id-reused", "Another file of yours had this message id")
              .toResponse();
    };
  }

  private PartnerReport takenOver(UUID id) {
    takeOverReport.takeOver(id, ANSWER_WITHIN);
    return findReports.find(id, Optional.empty()).orElseThrow();
  }

  private Response answer(PartnerReport report, int status, UriInfo uri) {
    var refused = findReports.listRefused(report.id(), 0, REFUSED_SHOWN_MAX);
    return Response.status(report.finishedAt().isEmpty() ? 202 : status)
        .location(uri.getAbsolutePathBuilder().path(report.id().toString()).build())
        .entity(PartnerReportView.of(report, refused))
        .build();
  }

  @GET
  @Authenticated
  @Operation(summary = "Lists reports, newest first", description = "Partners see their own only.")
  @APIResponse(responseCode = "200")
  public Page<PartnerReportView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var partner = reader.organisationFor(SCOPE);
    var page = PageRequest.of(limit, after);
    return Page.of(
            findReports.list(partner, page.afterId(), page.limit() + 1),
            page.limit(),
            report -> report.id().toString())
        .map(report -> PartnerReportView.of(report, null));
  }

  @GET
  @Path("{id}")
  @Authenticated
  @Operation(summary = "Shows what came of a file, and how far it is")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PartnerReportView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another's")
  public Response show(@PathParam("id") UUID id) {
    return findReports
        .find(id, reader.organisationFor(SCOPE))
        .map(
            report ->
                Response.ok(
                        PartnerReportView.of(
                            report, findReports.listRefused(id, 0, REFUSED_SHOWN_MAX)))
                    .build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/refused-lines")
  @Authenticated
  @Operation(summary = "Lists the refused lines of a file, in their order")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not there, or another's")
  public Page<RefusedLineView> refusedLines(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var line = page.after().map(ReportResource::line).orElse(0);
    if (findReports.find(id, reader.organisationFor(SCOPE)).isEmpty()) {
      throw new ProblemException(Problems.notFound());
    }
    var lines = findReports.listRefused(id, line, page.limit() + 1);
    return Page.of(lines, page.limit(), one -> Integer.toString(one.line()))
        .map(RefusedLineView::of);
  }

  private static int line(String cursor) {
    try {
      return Integer.parseInt(cursor);
    } catch (NumberFormatException e) {
      throw PageRequest.notOurs();
    }
  }
}
