package ua.vidnova.registry.resident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.NeedToKnow.Part;
import ua.vidnova.registry.review.OpenQuestionView;

/**
 * A resident as shown to a caller. Parts that the caller's role does not need are absent; see
 * {@link NeedToKnow}.
 */
@Schema(name = "Resident")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResidentView(
    UUID id,
    @JsonIgnore long version,
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    @Schema(description = "KATOTTG code") String settlement,
    @Schema(description = "Its name in Ukrainian") String settlementName,
    LifeState lifeState,
    @Schema(description = "Birth, or the day of death") LocalDate lifeStateSince,
    @Schema(description = "How well it is proven who the person is") EvidenceLevel evidenceLevel,
    LocalDate identifiedOn,
    LocalDate registeredOn,
    @Schema(description = "Registrars and payments staff") String rnokpp,
    @Schema(description = "Last four digits, for those who do not see the number")
        String rnokppEnding,
    RnokppAbsence rnokppAbsence,
    @Schema(description = "Registrars and medics") String phone,
    @Schema(description = "Registrars") List<DocumentView> documents,
    @Schema(description = "Registrars and payments staff") PaymentChannelView paymentChannel,
    @Schema(description = "Registrars and payments staff") Declaration noRussianPension,
    @Schema(description = "Registrars") ProvenanceView provenance,
    @Schema(description = "Registrars: what does not fit and waits for a person")
        List<OpenQuestionView> openQuestions) {

  /** A paper that was seen. */
  @Schema(name = "ResidentDocument")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DocumentView(
      DocumentType type,
      String number,
      LocalDate issuedOn,
      LocalDate expiresOn,
      String issuer,
      EvidenceLevel evidenceLevel,
      ProvenanceView provenance) {

    static DocumentView of(IdentityDocument document) {
      var details = document.details();
      return new DocumentView(
          details.type(),
          details.number(),
          details.issuedOn(),
          details.expiresOn(),
          details.issuer(),
          details.level(),
          ProvenanceView.of(document.statement().provenance()));
    }
  }

  /** The preferred channel, with the account whole or only its ending. */
  @Schema(name = "ResidentPaymentChannel")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaymentChannelView(PaymentChannel.Kind kind, String iban, String ibanEnding) {

    static PaymentChannelView of(PaymentChannel channel, boolean accountShown) {
      return new PaymentChannelView(
          channel.kind(),
          accountShown ? channel.iban() : null,
          accountShown ? null : ending(channel.iban()));
    }
  }

  /** That the person receives no Russian pension. */
  @Schema(name = "ResidentDeclaration")
  public record Declaration(LocalDate declaredOn) {}

  /** Who recorded it, and when. */
  @Schema(name = "Provenance")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProvenanceView(
      Provenance.Source source, String recordedBy, Instant recordedAt, Instant deviceTime) {

    static ProvenanceView of(Provenance provenance) {
      return new ProvenanceView(
          provenance.source(),
          provenance.recordedByName(),
          provenance.recordedAt(),
          provenance.deviceTime());
    }
  }

  /** Shows those parts of a resident's file. */
  public static ResidentView of(ResidentFile file, Set<Part> parts) {
    var resident = file.resident();
    var wholeNumber = parts.contains(Part.RNOKPP);
    var history = parts.contains(Part.HISTORY);
    var payment = parts.contains(Part.PAYMENT);
    return new ResidentView(
        resident.id(),
        resident.version(),
        resident.name(),
        resident.birthDate(),
        resident.sex(),
        resident.settlement(),
        Territories.ukraine().find(resident.settlement()).map(Territory::nameUk).orElse(null),
        resident.lifeState(),
        resident.lifeStateSince(),
        resident.evidenceLevel(),
        resident.identifiedOn(),
        resident.registeredOn(),
        shown(wholeNumber, resident.rnokpp()),
        shown(!wholeNumber, resident.rnokpp().map(ResidentView::ending)),
        resident.rnokppAbsence().orElse(null),
        shown(parts.contains(Part.PHONE), resident.phone()),
        parts.contains(Part.DOCUMENTS)
            ? file.documents().stream().map(DocumentView::of).toList()
            : null,
        shown(
            payment,
            resident
                .paymentChannel()
                .map(channel -> PaymentChannelView.of(channel, parts.contains(Part.ACCOUNT)))),
        shown(payment, resident.noRussianPensionDeclaredOn().map(Declaration::new)),
        history ? ProvenanceView.of(file.registration().provenance()) : null,
        history ? file.questions().stream().map(OpenQuestionView::of).toList() : null);
  }

  /** The last four characters; null for null. */
  public static String ending(String number) {
    return number == null ? null : number.substring(number.length() - 4);
  }

  private static <T> T shown(boolean needed, Optional<T> part) {
    return needed ? part.orElse(null) : null;
  }
}
