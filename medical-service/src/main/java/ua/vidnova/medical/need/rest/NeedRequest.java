package ua.vidnova.medical.need.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.need.AskedBy;
import ua.vidnova.medical.need.NeedFacts;

/** A request for a visit as a registrar, coordinator or medic notes it. */
@Schema(name = "NeedRequest")
record NeedRequest(
    @Schema(description = "UUIDv7 made on the device; without it the server makes one") UUID id,
    @Schema(description = "Absent when no record is known: then about or address says who")
        UUID residentId,
    @Schema(examples = "Літня жінка, живе сама") @Size(max = 200) String about,
    @Schema(description = "KATOTTG code of where the person is", examples = "UA44160030010058180")
        @NotBlank
        String settlement,
    @Schema(examples = "вул. Садова, 5") @Size(max = 300) String address,
    @Schema(description = "As registry knows it; those of one household are one house of the list")
        UUID householdId,
    @NotNull AskedBy askedBy,
    @Schema(description = "Kept to the millisecond") @NotNull Instant askedAt,
    @Schema(description = "The asker's own; for medics") @Size(max = 1000) String words,
    @Schema(description = "Whether the asker calls it urgent; weighs little") Boolean urgent,
    @Valid ToldRequest told) {

  /** What was told of the person; absent is no, or unknown. */
  @Schema(name = "NeedTold")
  record ToldRequest(
      Boolean pregnant,
      Boolean disability,
      Integer ageYears,
      @Schema(description = "Of a small child, instead of years") Integer ageMonths,
      @Schema(description = "Day on which the medicines taken every day run out")
          LocalDate medicineUntil) {

    static ToldRequest of(NeedFacts.Told told) {
      return new ToldRequest(
          told.pregnant(),
          told.disability(),
          told.ageYears(),
          told.ageMonths(),
          told.medicineUntil());
    }

    NeedFacts.Told told() {
      return new NeedFacts.Told(
          Boolean.TRUE.equals(pregnant),
          Boolean.TRUE.equals(disability),
          ageYears,
          ageMonths,
          medicineUntil);
    }
  }

  /** The facts in their one form: milliseconds, no blank texts. */
  NeedFacts facts() {
    return new NeedFacts(
        residentId,
        text(about),
        settlement,
        text(address),
        householdId,
        askedBy,
        askedAt.truncatedTo(ChronoUnit.MILLIS),
        text(words),
        Boolean.TRUE.equals(urgent),
        told == null ? new NeedFacts.Told(false, false, null, null, null) : told.told());
  }

  private static String text(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
