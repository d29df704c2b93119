package ua.vidnova.payments.identification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.identification.Campaign;
import ua.vidnova.payments.identification.Campaign.Due;
import ua.vidnova.payments.identification.Campaign.Position;
import ua.vidnova.payments.identification.Campaign.SettlementCount;
import ua.vidnova.payments.reach.CoveredSettlements;

/** The yearly campaign, within the caller's territories. Coordinators see numbers, not people. */
@Path("v1/identification/campaign")
@Tag(name = "Identification", description = "Who was identified, and who has to be (CMU №299)")
public class CampaignResource {

  /** The year of the act; nothing was cut off before. */
  private static final int FIRST_YEAR = 2025;

  private static final int LINES_A_READ = 500;

  private final Campaign campaign;
  private final CoveredSettlements covered;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  CampaignResource(
      Campaign campaign, CoveredSettlements covered, KyivCalendar calendar, AuditTrail audit) {
    this.campaign = campaign;
    this.covered = covered;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** An award that would be suspended, without personal data. */
  @Schema(name = "IdentificationDue")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DueView(
      String settlement,
      UUID awardId,
      @Schema(description = "The person, as known now") UUID residentId,
      @Schema(description = "Absent when never") LocalDate identifiedOn,
      @Schema(description = "Absent when never") LocalDate declaredOn,
      @Schema(description = "The day from which nothing would be paid") LocalDate dueOn,
      List<SuspensionGround> grounds,
      @Schema(description = "When the person was warned") LocalDate noticedOn) {

    static DueView of(Due due) {
      return new DueView(
          due.position().settlement(),
          due.position().awardId(),
          due.residentId(),
          due.identifiedOn(),
          due.declaredOn(),
          due.dueOn(),
          due.grounds(),
          due.noticedOn());
    }
  }

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Transactional
  @Operation(
      summary = "Lists whose payment ends with a year, by settlement",
      description = "Unless they are identified, or declare to receive no Russian pension, first.")
  public Page<DueView> list(
      @Parameter(description = "This year when absent") @QueryParam("year") Integer year,
      @QueryParam("settlement") String settlement,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var due = campaign.list(year(year), places(settlement), position(page), page.limit() + 1);
    var found = Page.of(due, page.limit(), CampaignResource::cursor);
    audit.readAll("award", found.items().stream().map(Due::residentId).distinct().toList());
    return found.map(DueView::of);
  }

  @GET
  @Path("settlements")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(
      summary = "Counts by settlement whose payment ends with a year",
      description = "For planning trips: numbers, no people.")
  public Page<SettlementCount> count(
      @Parameter(description = "This year when absent") @QueryParam("year") Integer year,
      @QueryParam("settlement") String settlement,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
        campaign.count(year(year), places(settlement), page.after().orElse(""), page.limit() + 1),
        page.limit(),
        SettlementCount::settlement);
  }

  @GET
  @Path("list.csv")
  @Produces("text/csv; charset=utf-8")
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "A settlement's list for a trip, with names and phones",
      description = "UTF-8 CSV. Every person on it leaves a trace in the audit trail.")
  public Response csv(
      @QueryParam("year") Integer year, @QueryParam("settlement") String settlement) {
    if (settlement == null) {
      throw new ProblemException(
          Problems.badParameter("settlement", "required", "A list is of one settlement."));
    }
    var asked = year(year);
    var places = places(settlement);
    StreamingOutput content =
        out -> {
          var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          var csv = new CSVPrinter(writer, CSVFormat.RFC4180);
          csv.printRecord(
              "settlement", "name", "phone", "grounds", "dueOn", "identifiedOn", "residentId");
          var after = Optional.of(Position.START);
          while (after.isPresent()) {
            after = print(csv, asked, places, after.get());
          }
          writer.flush();
        };
    return Response.ok(content)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"identification-" + asked + "-" + settlement + ".csv\"")
        .build();
  }

  /** Prints the lines behind a position; returns that of the last, or nothing after the last. */
  private Optional<Position> print(CSVPrinter csv, Year year, List<String> places, Position after)
      throws IOException {
    var lines = QuarkusTransaction.requiringNew().call(() -> read(year, places, after));
    for (var due : lines) {
      csv.printRecord(
          due.position().settlement(),
          text(String.join(" ", names(due))),
          text(due.phone()),
          String.join(" ", due.grounds().stream().map(Enum::name).toList()),
          due.dueOn(),
          due.identifiedOn(),
          due.residentId());
    }
    return lines.size() < LINES_A_READ ? Optional.empty() : Optional.of(lines.getLast().position());
  }

  private List<Due> read(Year year, List<String> places, Position after) {
    var lines = campaign.list(year, places, after, LINES_A_READ);
    audit.readAll("award", lines.stream().map(Due::residentId).distinct().toList());
    return lines;
  }

  private static List<String> names(Due due) {
    return Stream.of(due.familyName(), due.givenName(), due.patronymic())
        .filter(Objects::nonNull)
        .toList();
  }

  /** A spreadsheet takes what begins so for a formula; an apostrophe makes it text. */
  private static String text(String value) {
    return value != null && !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0
        ? "'" + value
        : value;
  }

  private Year year(Integer asked) {
    var thisYear = calendar.today().getYear();
    if (asked != null && (asked < FIRST_YEAR || asked > thisYear + 1)) {
      throw new ProblemException(
          Problems.badParameter("year", "out-of-range", "From 2025 to next year."));
    }
    return Year.of(asked == null ? thisYear : asked);
  }

  /** One that is not the caller's, or does not exist, is as empty as one where all is well. */
  private List<String> places(String settlement) {
    var all = covered.ofCaller();
    return settlement == null ? all : all.stream().filter(settlement::equals).toList();
  }

  private static Position position(PageRequest page) {
    if (page.after().isEmpty()) {
      return Position.START;
    }
    var parts = page.after().get().split("/", 2);
    try {
      return new Position(parts[0], UUID.fromString(parts[parts.length - 1]));
    } catch (IllegalArgumentException e) {
      throw PageRequest.notOurs();
    }
  }

  private static String cursor(Due due) {
    return due.position().settlement() + "/" + due.position().awardId();
  }
}
