package ua.vidnova.registry.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.resident.PaymentChannel;
import ua.vidnova.registry.resident.RnokppAbsence;

/** A person as a registrar writes them down. */
@Schema(name = "Registration")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationRequest(
    @Schema(
            description =
                "UUIDv7 made on the device. Sent again with the same content, it answers 200 with"
                    + " the same resident.",
            examples = "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01")
        UUID id,
    @NotNull(message = REQUIRED) @Valid Name name,
    @NotNull(message = REQUIRED) @Schema(examples = "1951-04-17") LocalDate birthDate,
    @NotNull(message = REQUIRED) Sex sex,
    @Size(max = 10, message = "Ten digits.")
        @Schema(
            description = "РНОКПП, ten digits. Give this, or rnokppAbsence, and not both.",
            examples = "1873412342")
        String rnokpp,
    @Schema(description = "Why there is no РНОКПП") RnokppAbsence rnokppAbsence,
    @NotNull(message = REQUIRED) @Size(min = 1, max = 20, message = "Give 1 to 20.")
        List<@NotNull(message = REQUIRED) @Valid Document> documents,
    @NotNull(message = REQUIRED)
        @Schema(
            description = "KATOTTG code of a city, селище or village of your territories",
            examples = "UA44020010010037242")
        String settlement,
    @Schema(description = "Ukrainian number, E.164", examples = "+380500000001") String phone,
    @Valid PaymentChannelPreference paymentChannel,
    @Valid @Schema(description = "Declaration of not receiving a Russian pension")
        Declaration noRussianPension,
    @Schema(description = "Day on which the person was seen; today when absent")
        LocalDate identifiedOn,
    @Schema(description = "What the device's clock showed; kept as evidence, never relied on")
        Instant deviceTime) {

  private static final String REQUIRED = "This is needed.";

  /** A name in Ukrainian letters, or in Latin ones for a foreigner. */
  @Schema(name = "RegistrationName")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Name(
      @NotNull(message = REQUIRED)
          @Size(max = TEXT_MAX, message = TOO_LONG)
          @Schema(examples = "Вигаданенко")
          String family,
      @NotNull(message = REQUIRED)
          @Size(max = TEXT_MAX, message = TOO_LONG)
          @Schema(examples = "Ганна")
          String given,
      @Size(max = TEXT_MAX, message = TOO_LONG) @Schema(examples = "Прикладівна")
          String patronymic) {}

  /** A paper that was shown. */
  @Schema(name = "RegistrationDocument")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Document(
      @NotNull(message = REQUIRED) DocumentType type,
      @Size(max = TEXT_MAX, message = TOO_LONG) @Schema(examples = "ЕК 123456") String number,
      LocalDate issuedOn,
      LocalDate expiresOn,
      @Size(max = TEXT_MAX, message = TOO_LONG) String issuer,
      @NotNull(message = REQUIRED) EvidenceLevel evidenceLevel) {

    public DocumentDetails details() {
      return new DocumentDetails(type, number, issuedOn, expiresOn, issuer, evidenceLevel);
    }
  }

  /** The channel a person prefers; an IBAN only with BANK, later if the account is not open yet. */
  @Schema(name = "RegistrationPaymentChannel")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaymentChannelPreference(
      @NotNull(message = REQUIRED) PaymentChannel.Kind kind,
      @Size(max = 50, message = TOO_LONG) @Schema(examples = "UA283004650000026200000000000")
          String iban) {}

  /** A declaration that was made on a day. */
  @Schema(name = "RegistrationDeclaration")
  public record Declaration(@NotNull(message = REQUIRED) LocalDate declaredOn) {}

  private static final int TEXT_MAX = 200;
  private static final String TOO_LONG = "This is too long.";

  /** What was stated about the person, without what the device adds to it. */
  RegistrationRequest statedFacts() {
    return new RegistrationRequest(
        null,
        name,
        birthDate,
        sex,
        rnokpp,
        rnokppAbsence,
        documents,
        settlement,
        phone,
        paymentChannel,
        noRussianPension,
        identifiedOn,
        null);
  }
}
