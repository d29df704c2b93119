package ua.vidnova.medical.visit.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Reason;
import ua.vidnova.medical.visit.Seen;
import ua.vidnova.medical.visit.VisitFacts;
import ua.vidnova.medical.visit.Vitals;

/** A visit as a medic hands it in. */
@Schema(name = "VisitRequest")
record VisitRequest(
    @Schema(description = "UUIDv7 made on the device; without it the server makes one") UUID id,
    @NotNull UUID residentId,
    @NotNull
        @Schema(description = "KATOTTG code of where the person was seen", pattern = "^UA\\d{17}$")
        String settlement,
    @NotNull @Schema(description = "Kept to the millisecond") Instant startedAt,
    Instant endedAt,
    @Size(max = 4000) String complaint,
    @Schema(description = "Null or absent: not measured; limits are answered with the refusal")
        Vitals vitals,
    @Size(max = 20) List<@NotNull Reason> reasons,
    @NotNull @Valid OutcomeRequest outcome) {

  /** How the visit ended. */
  @Schema(name = "VisitOutcome")
  record OutcomeRequest(
      @NotNull Outcome.Kind kind,
      @Schema(description = "With DECEASED, and only then") LocalDate diedOn,
      @Schema(description = "With FOLLOW_UP; also allowed with REFERRED and CARE_DECLINED")
          LocalDate followUpOn,
      @Schema(description = "With REFERRED, and only then") String referralTo) {}

  /** The facts in their one form: milliseconds, no blank texts, no nulls for "nothing". */
  VisitFacts facts() {
    return new VisitFacts(
        residentId,
        null,
        settlement,
        startedAt.truncatedTo(ChronoUnit.MILLIS),
        endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.MILLIS),
        Seen.NOTHING_NOTED,
        text(complaint),
        vitals == null ? Vitals.NOT_MEASURED : vitals,
        reasons == null ? List.of() : reasons.stream().map(VisitRequest::tidy).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        null,
        List.of(),
        new Outcome(
            outcome.kind(), outcome.diedOn(), outcome.followUpOn(), text(outcome.referralTo())));
  }

  private static Reason tidy(Reason reason) {
    return new Reason(text(reason.code()), text(reason.text()));
  }

  private static String text(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
