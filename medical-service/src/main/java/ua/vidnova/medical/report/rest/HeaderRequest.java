package ua.vidnova.medical.report.rest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.report.HeaderFacts;

/** What a brigade says of its day. */
@Schema(name = "DailyReportHeaderRequest")
record HeaderRequest(
    @Size(max = 200) String organisation,
    @NotNull HeaderFacts.TeamType teamType,
    @NotBlank @Size(max = 200) String contactName,
    @Schema(examples = "+380501234567")
        @Pattern(regexp = "\\+\\d{8,15}", message = "Give it as +380501234567.")
        String contactPhone,
    @Email(message = "Give an address of mail.") @Size(max = 200) String contactEmail,
    @Size(max = 200) String place,
    @Schema(description = "WGS 84, degrees")
        @DecimalMin("-90")
        @DecimalMax("90")
        @Digits(integer = 3, fraction = 7)
        BigDecimal latitude,
    @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 7) BigDecimal longitude,
    @Min(0) @Max(10_000) int bedCapacity,
    @Size(max = 4000) String needsAndRisks,
    @Size(max = 4000) String comments) {

  /** The facts in their one form: no blank texts, points without trailing zeros. */
  HeaderFacts facts() {
    return new HeaderFacts(
        text(organisation),
        teamType,
        contactName.strip(),
        contactPhone,
        contactEmail,
        text(place),
        point(latitude),
        point(longitude),
        bedCapacity,
        text(needsAndRisks),
        text(comments));
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static BigDecimal point(BigDecimal degrees) {
    return degrees == null ? null : new BigDecimal(degrees.stripTrailingZeros().toPlainString());
  }
}
