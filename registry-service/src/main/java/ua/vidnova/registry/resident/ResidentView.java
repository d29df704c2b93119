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
import ua.vidnova.registry.facts.AwaitedFinding;
import ua.vidnova.registry.facts.Fact;
import ua.vidnova.registry.facts.KnownFacts;
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
    @Schema(description = "Day of birth, death, disappearance or reappearance")
        LocalDate lifeStateSince,
    @Schema(description = "How well it is proven who the person is") EvidenceLevel evidenceLevel,
    @Schema(description = "Absent while nobody has identified the person") LocalDate identifiedOn,
    @Schema(description = "The list that has the person, while nobody has identified them")
        String listedIn,
    LocalDate registeredOn,
    @Schema(description = "Registrars and payments staff") String rnokpp,
    @Schema(description = "Last four digits, for those who do not see the number")
        String rnokppEnding,
    RnokppAbsence rnokppAbsence,
    @Schema(description = "Registrars and payments staff") String unzr,
    @Schema(description = "Registrars and medics") String phone,
    @Schema(description = "Registrars and medics") String email,
    @Schema(description = "Registrars and medics: where the person lives") AddressView address,
    @Schema(description = "Registrars and medics: where the person is registered")
        AddressView registeredAddress,
    @Schema(description = "Registrars") List<DocumentView> documents,
    @Schema(description = "Registrars and payments staff") PaymentChannelView paymentChannel,
    @Schema(description = "Registrars and payments staff") Declaration noRussianPension,
    @Schema(description = "Registrars: names that are not the present one")
        List<OtherNameView> otherNames,
    @Schema(description = "Registrars: who is who to the person") List<RelationView> relations,
    @Schema(description = "Registrars: the last word on each purpose") List<ConsentView> consents,
    @Schema(description = "What stands in law only when a court has found it")
        List<AwaitedFinding> awaitsCourt,
    @Schema(description = "Registrars") ProvenanceView provenance,
    @Schema(description = "Registrars: what does not fit and waits for a person")
        List<OpenQuestionView> openQuestions,
    @Schema(
            description =
                "Only when the id that was asked for is a merged record: the resident under whom"
                    + " the person is known, who is shown here")
        UUID mergedInto,
    @Schema(description = "Registrars: other records of the person, if any")
        List<UUID> mergedRecords) {

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
      @Schema(description = "True when it has expired; absent otherwise") Boolean expired,
      ProvenanceView provenance) {

    static DocumentView of(IdentityDocument document, LocalDate today) {
      var details = document.details();
      return new DocumentView(
          details.type(),
          details.number(),
          details.issuedOn(),
          details.expiresOn(),
          details.issuer(),
          details.level(),
          details.isExpiredOn(today) ? true : null,
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

  /** An address below the settlement. */
  @Schema(name = "Address")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AddressView(
      String settlement, String street, String building, String flat, String postalIndex) {

    static AddressView of(Fact.Residence residence) {
      return new AddressView(
          residence.settlement(),
          residence.street(),
          residence.building(),
          residence.flat(),
          residence.postalIndex());
    }
  }

  /** A name that is not the present one. */
  @Schema(name = "OtherName")
  public record OtherNameView(Fact.Name.Use use, PersonName name, EvidenceLevel evidenceLevel) {

    static OtherNameView of(KnownFacts.OtherName other) {
      return new OtherNameView(other.use(), other.name(), other.level());
    }
  }

  /** Who somebody is to the person. */
  @Schema(name = "Relation")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RelationView(Fact.Relation.Role role, UUID residentId, String name) {

    static RelationView of(Fact.Relation relation) {
      return new RelationView(relation.role(), relation.residentId(), relation.name());
    }
  }

  /** What the person decided about a purpose. */
  @Schema(name = "Consent")
  public record ConsentView(
      String purpose, Fact.Consent.Decision decision, Fact.Consent.Form form, LocalDate on) {

    static ConsentView of(Fact.Consent consent) {
      return new ConsentView(consent.purpose(), consent.decision(), consent.form(), consent.on());
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

    /** Shows where a statement comes from. */
    public static ProvenanceView of(Provenance provenance) {
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
    var life = file.lifeRecord();
    var further = file.further();
    var wholeNumber = parts.contains(Part.RNOKPP);
    var history = parts.contains(Part.HISTORY);
    var payment = parts.contains(Part.PAYMENT);
    var contact = parts.contains(Part.PHONE);
    return new ResidentView(
        resident.id(),
        resident.version(),
        resident.name(),
        resident.birthDate(),
        resident.sex(),
        resident.settlement(),
        Territories.ukraine().find(resident.settlement()).map(Territory::nameUk).orElse(null),
        life.lifeState(),
        life.lifeStateSince(),
        resident.evidenceLevel(),
        resident.identifiedOn(),
        resident.listedIn().orElse(null),
        resident.registeredOn(),
        shown(wholeNumber, resident.rnokpp()),
        shown(!wholeNumber, resident.rnokpp().map(ResidentView::ending)),
        resident.rnokppAbsence().orElse(null),
        shown(wholeNumber, resident.unzr()),
        shown(contact, resident.phone()),
        shown(contact, further.email()),
        shown(contact, further.residence().filter(Fact.Residence::isPrecise).map(AddressView::of)),
        shown(contact, further.registeredResidence().map(AddressView::of)),
        parts.contains(Part.DOCUMENTS)
            ? file.documents().stream().map(one -> DocumentView.of(one, file.asOf())).toList()
            : null,
        shown(
            payment,
            resident
                .paymentChannel()
                .map(channel -> PaymentChannelView.of(channel, parts.contains(Part.ACCOUNT)))),
        shown(payment, resident.noRussianPensionDeclaredOn().map(Declaration::new)),
        some(history, further.otherNames().stream().map(OtherNameView::of).toList()),
        some(history, further.relations().stream().map(RelationView::of).toList()),
        some(history, further.consents().stream().map(ConsentView::of).toList()),
        some(true, further.awaitedFindings()),
        history ? ProvenanceView.of(file.registration().provenance()) : null,
        history ? file.questions().stream().map(OpenQuestionView::of).toList() : null,
        file.mergedInto(),
        history && !file.merged().isEmpty()
            ? file.merged().stream().map(Resident::id).toList()
            : null);
  }

  /** The last four characters; null for null. */
  public static String ending(String number) {
    return number == null ? null : number.substring(number.length() - 4);
  }

  private static <T> T shown(boolean needed, Optional<T> part) {
    return needed ? part.orElse(null) : null;
  }

  private static <T> List<T> some(boolean needed, List<T> list) {
    return needed && !list.isEmpty() ? list : null;
  }
}
