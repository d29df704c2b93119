package ua.vidnova.medical.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.mds.Band;
import ua.vidnova.medical.report.Check;
import ua.vidnova.medical.report.Counts;
import ua.vidnova.medical.report.DailyReport;
import ua.vidnova.medical.report.Finding;
import ua.vidnova.medical.report.Row;
import ua.vidnova.medical.report.Scope;
import ua.vidnova.medical.territory.MapPoints;

/** A report as JSON. */
@Schema(name = "DailyReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DailyReportView(
    ScopeView scope,
    LocalDate from,
    LocalDate to,
    Instant madeAt,
    long consultations,
    @Schema(description = "Absent when withheld") Long newAdmissions,
    Instant firstVisitAt,
    Instant lastVisitAt,
    List<String> teams,
    List<PlaceView> places,
    List<HeaderView> headers,
    List<ItemView> items,
    @Schema(description = "Every check holds and nothing was found") boolean whole,
    List<CheckView> checks,
    List<FindingView> findings) {

  /** Whose visits are counted; one of the three is there. */
  @Schema(name = "DailyReportScope")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ScopeView(String territory, UUID brigade, UUID trip, String name) {

    static ScopeView of(Scope scope) {
      return switch (scope) {
        case Scope.Area area -> new ScopeView(area.code(), null, null, area.name());
        case Scope.Brigade brigade -> new ScopeView(null, brigade.id(), null, brigade.name());
        case Scope.Trip trip -> new ScopeView(null, trip.brigadeId(), trip.id(), trip.name());
      };
    }
  }

  /** Where people were seen. */
  @Schema(name = "DailyReportPlace")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PlaceView(
      String settlement,
      String name,
      long consultations,
      BigDecimal latitude,
      BigDecimal longitude,
      @Schema(description = "The point is the hromada's") Boolean approximate) {

    static PlaceView of(Counts.OfPlace place) {
      var point = MapPoints.find(place.settlement());
      return new PlaceView(
          place.settlement(),
          Territories.ukraine().find(place.settlement()).map(Territory::nameUk).orElse(null),
          place.visits(),
          point.map(MapPoints.MapPoint::latitude).orElse(null),
          point.map(MapPoints.MapPoint::longitude).orElse(null),
          point.map(MapPoints.MapPoint::approximate).orElse(null));
    }
  }

  /** A line of the form. */
  @Schema(name = "DailyReportItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ItemView(
      int number,
      String section,
      String nameEn,
      String nameUk,
      @Schema(description = "Told at once") boolean alert,
      List<CellView> cells,
      @Schema(description = "Absent when withheld") Long total,
      @Schema(description = "So few that they would point at people") boolean withheld) {

    static ItemView of(Row row) {
      return new ItemView(
          row.item().number(),
          row.item().section(),
          row.name().en(),
          row.name().uk(),
          row.item().alert(),
          row.counts().entrySet().stream()
              .map(cell -> new CellView(cell.getKey(), cell.getValue()))
              .toList(),
          row.withheld() ? null : row.total(),
          row.withheld());
    }
  }

  /** A count. */
  @Schema(name = "DailyReportCell")
  public record CellView(Band band, long count) {}

  /** A sum that must be that of the consultations. */
  @Schema(name = "DailyReportCheck")
  public record CheckView(Check.Code code, boolean holds, long counted, long expected) {}

  /** Something in the visits that keeps the report from being whole. */
  @Schema(name = "DailyReportFinding")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FindingView(
      Finding.Code code,
      Integer item,
      long visits,
      @Schema(description = "The first hundred") List<UUID> visitIds) {}

  static DailyReportView of(DailyReport report) {
    return new DailyReportView(
        ScopeView.of(report.scope()),
        report.days().from(),
        report.days().to(),
        report.madeAt(),
        report.consultations(),
        report.newAdmissions().orElse(null),
        report.firstAt().orElse(null),
        report.lastAt().orElse(null),
        report.teams(),
        report.places().stream().map(PlaceView::of).toList(),
        report.stated().stream().map(HeaderView::of).toList(),
        report.rows().stream().map(ItemView::of).toList(),
        report.isWhole(),
        report.checks().stream()
            .map(
                check ->
                    new CheckView(check.code(), check.holds(), check.counted(), check.expected()))
            .toList(),
        report.findings().stream()
            .map(one -> new FindingView(one.code(), one.item(), one.visits(), one.visitIds()))
            .toList());
  }
}
