package ua.vidnova.payments.partner.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.partner.Agreement;
import ua.vidnova.payments.partner.Meaning;
import ua.vidnova.payments.partner.PartnerProfile.ReportFrom;
import ua.vidnova.payments.partner.Question;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.run.InstructionState;

/** What is agreed with a partner about one channel, as it is shown and proposed. */
@Schema(name = "PartnerAgreement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
    @Schema(examples = "АТ «Ощадбанк»")
        @NotBlank(message = "Say who it is.")
        @Size(max = 200, message = "At most 200 characters.")
        String name,
    @Schema(description = "Whether runs send money through it") @NotNull(message = "true or false.")
        Boolean active,
    @Schema(description = "Pays the accounts of banks that are no partners; one bank does")
        @NotNull(message = "true or false.")
        Boolean defaultBank,
    @Schema(examples = "300465", description = "МФО, of a bank")
        @Pattern(regexp = "\\d{6}", message = "Six digits.")
        String bankCode,
    @Schema(examples = "00035323", description = "ЄДРПОУ of whose money it is")
        @NotNull(message = "Say whose money it is.")
        @Pattern(regexp = "\\d{8}", message = "Eight digits.")
        String payerEdrpou,
    @Schema(examples = "Пенсійний фонд України")
        @NotBlank(message = "Say whose money it is.")
        @Size(max = 140, message = "At most 140 characters.")
        String payerName,
    @Schema(description = "IBAN of the payer at this bank")
        @Pattern(regexp = "UA\\d{8}[A-Z0-9]{19}", message = "UA and 27 characters.")
        String payerAccount,
    @Schema(examples = "50000", description = "Instructions that the partner takes in one file")
        @NotNull(message = "Say how many.")
        @Min(value = 1, message = "1 or more.")
        @Max(value = 100_000, message = "100000 or less.")
        Integer linesMax,
    @NotNull(message = "Empty for none.")
        @Pattern(regexp = "[A-Z0-9]{0,3}", message = "Up to three capital letters or digits.")
        String messageIdPrefix,
    @NotNull(message = "Say how the partner reports.") Set<ReportFormat> reportFormats,
    @Schema(examples = "[\"ACCC\"]")
        @NotNull(message = "Say which statuses are settlement.")
        @Size(max = 20, message = "At most 20.")
        Set<
                @NotNull(message = "A status is missing.")
                @Pattern(regexp = "[A-Z]{4}", message = "Four capital letters, as in ISO 20022.")
                String>
            settledStatuses,
    @NotNull(message = "FIRST_DAY or LAST_DAY.") ReportFrom reportFrom,
    @NotNull(message = "Say how many.")
        @Min(value = 0, message = "0 or more.")
        @Max(value = 60, message = "60 or less.")
        Integer reportDays,
    @NotNull(message = "Say what the codes mean.") @Size(max = 200, message = "At most 200.")
        Map<
                @Pattern(
                    regexp = "[A-Z0-9_]{1,35}",
                    message = "1 to 35 capital letters, digits and underscores.")
                String,
                @Valid @NotNull(message = "The meaning is missing.") MeaningView>
            codes) {

  /** What a code can mean for an instruction. */
  public enum Outcome {
    PAID,
    NOT_COLLECTED,
    REJECTED
  }

  /** What a code means. */
  @Schema(name = "CodeMeaning")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MeaningView(
      @NotNull(message = "Say what becomes of the instruction.") Outcome outcome,
      @Schema(description = "What people have to find out of the person") Question question) {

    Meaning meaning() {
      return new Meaning(InstructionState.valueOf(outcome.name()), Optional.ofNullable(question));
    }

    static MeaningView of(Meaning meaning) {
      return new MeaningView(
          Outcome.valueOf(meaning.outcome().name()), meaning.question().orElse(null));
    }
  }

  static AgreementView of(Agreement agreed) {
    var codes = new TreeMap<String, MeaningView>();
    agreed.codes().forEach((code, meaning) -> codes.put(code, MeaningView.of(meaning)));
    return new AgreementView(
        agreed.name(),
        agreed.active(),
        agreed.defaultBank(),
        agreed.bankCode(),
        agreed.payerEdrpou(),
        agreed.payerName(),
        agreed.payerAccount(),
        agreed.linesMax(),
        agreed.messageIdPrefix(),
        agreed.reportFormats(),
        agreed.settledStatuses(),
        agreed.reportFrom(),
        agreed.reportDays(),
        codes);
  }

  Agreement agreement() {
    var meanings = new TreeMap<String, Meaning>();
    codes.forEach((code, meaning) -> meanings.put(code, meaning.meaning()));
    return new Agreement(
        name,
        active,
        defaultBank,
        bankCode,
        payerEdrpou,
        payerName,
        payerAccount,
        linesMax,
        messageIdPrefix,
        reportFormats,
        settledStatuses,
        reportFrom,
        reportDays,
        meanings);
  }
}
