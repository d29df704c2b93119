package ua.vidnova.coordination.cashpoint.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.contracts.identifiers.Edrpou;
import ua.vidnova.coordination.cashpoint.LoadCashPoints;
import ua.vidnova.coordination.cashpoint.LoadCashPoints.Line;
import ua.vidnova.coordination.cashpoint.LoadCashPoints.Refused;
import ua.vidnova.coordination.cashpoint.LoadCashPoints.Result;
import ua.vidnova.coordination.cashpoint.files.CashPointCsv;

/** Lists of an operator's cash points, taken over line by line; the same again changes nothing. */
@Path("v1/cash-point-lists/{operator}")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "Cash points", description = "Places where money can be had, and whether they work")
@APIResponse(responseCode = "200", description = "Read; refused lines included")
@APIResponse(responseCode = "400", description = "Not readable as a whole; nothing was taken over")
@APIResponse(responseCode = "413", description = "Too large; split it")
@APIResponse(responseCode = "422", description = "The operator's number is none")
public class CashPointListResource {

  private final LoadCashPoints loadCashPoints;

  @Inject
  CashPointListResource(LoadCashPoints loadCashPoints) {
    this.loadCashPoints = loadCashPoints;
  }

  /** Cash points of one operator; their operator must be that of the path. */
  @Schema(name = "CashPointList")
  public record ListRequest(
      @NotEmpty @Size(max = CashPointCsv.LINES_MAX)
          List<@Valid @NotNull CashPointRequest> cashPoints) {}

  /** What came of a list; lines count from 1, the header of a file apart. */
  @Schema(name = "CashPointListResult")
  public record ResultView(
      int created, int changed, int unchanged, int refused, List<Refused> refusedLines) {

    static ResultView of(Result result, List<Refused> unread) {
      var refused = new ArrayList<>(unread);
      refused.addAll(result.refused());
      refused.sort(Comparator.comparingInt(Refused::line));
      return new ResultView(
          result.created(), result.changed(), result.unchanged(), refused.size(), refused);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes over a list of an operator's cash points")
  public ResultView load(
      @PathParam("operator") String operator, @Valid @NotNull ListRequest request) {
    requireOperator(operator);
    var all = request.cashPoints();
    var strange =
        IntStream.range(0, all.size())
            .filter(i -> !all.get(i).operator().equals(operator))
            .mapToObj(i -> new Refused(i + 1, "operator", "another-operator"))
            .toList();
    var lines =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).operator().equals(operator))
            .mapToObj(i -> new Line(i + 1, all.get(i).description(), all.get(i).status().status()))
            .toList();
    return ResultView.of(loadCashPoints.load(operator, lines), strange);
  }

  @POST
  @Consumes("text/csv")
  @Operation(summary = "The same as CSV; format in docs/partners/cash-points.md")
  public ResultView loadCsv(@PathParam("operator") String operator, InputStream list) {
    requireOperator(operator);
    var reading = CashPointCsv.read(operator, list);
    return ResultView.of(loadCashPoints.load(operator, reading.lines()), reading.refused());
  }

  private static void requireOperator(String operator) {
    if (!Edrpou.isValid(operator)) {
      throw new ProblemException(
          Problems.invalid("operator", "checksum", "Give the operator's ЄДРПОУ."));
    }
  }
}
