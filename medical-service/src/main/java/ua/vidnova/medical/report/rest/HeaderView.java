package ua.vidnova.medical.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.report.HeaderFacts;
import ua.vidnova.medical.report.StatedHeader;

/** What a brigade said of its day, as it stands. */
@Schema(name = "DailyReportHeader")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeaderView(
    UUID brigade,
    LocalDate day,
    int version,
    String organisation,
    HeaderFacts.TeamType teamType,
    String contactName,
    String contactPhone,
    String contactEmail,
    String place,
    BigDecimal latitude,
    BigDecimal longitude,
    int bedCapacity,
    String needsAndRisks,
    String comments,
    String statedByName,
    Instant statedAt) {

  static HeaderView of(StatedHeader header) {
    var facts = header.facts();
    return new HeaderView(
        header.brigadeId(),
        header.day(),
        header.version(),
        facts.organisation(),
        facts.teamType(),
        facts.contactName(),
        facts.contactPhone(),
        facts.contactEmail(),
        facts.place(),
        facts.latitude(),
        facts.longitude(),
        facts.bedCapacity(),
        facts.needsAndRisks(),
        facts.comments(),
        header.statedByName(),
        header.statedAt());
  }
}
