package ua.vidnova.registry.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.PaymentChannel;
import ua.vidnova.registry.resident.RnokppAbsence;

/**
 * One thing that is said about a person. What the registry makes of it is {@link PrecedenceRules}';
 * whether it can be said at all, {@link FactRules}'.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fact.Name.class, name = "NAME"),
  @JsonSubTypes.Type(value = Fact.BirthDate.class, name = "BIRTH_DATE"),
  @JsonSubTypes.Type(value = Fact.OfSex.class, name = "SEX"),
  @JsonSubTypes.Type(value = Fact.Rnokpp.class, name = "RNOKPP"),
  @JsonSubTypes.Type(value = Fact.Unzr.class, name = "UNZR"),
  @JsonSubTypes.Type(value = Fact.Document.class, name = "DOCUMENT"),
  @JsonSubTypes.Type(value = Fact.Residence.class, name = "RESIDENCE"),
  @JsonSubTypes.Type(value = Fact.Phone.class, name = "PHONE"),
  @JsonSubTypes.Type(value = Fact.Email.class, name = "EMAIL"),
  @JsonSubTypes.Type(value = Fact.Payment.class, name = "PAYMENT_CHANNEL"),
  @JsonSubTypes.Type(value = Fact.NoRussianPension.class, name = "NO_RUSSIAN_PENSION"),
  @JsonSubTypes.Type(value = Fact.LifeEvent.class, name = "LIFE_STATE"),
  @JsonSubTypes.Type(value = Fact.Relation.class, name = "RELATION"),
  @JsonSubTypes.Type(value = Fact.Consent.class, name = "CONSENT"),
  @JsonSubTypes.Type(value = Fact.Retraction.class, name = "RETRACTION"),
  @JsonSubTypes.Type(value = Fact.Answer.class, name = "ANSWER")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Fact",
    type = SchemaType.OBJECT,
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "NAME", schema = Fact.Name.class),
      @DiscriminatorMapping(value = "BIRTH_DATE", schema = Fact.BirthDate.class),
      @DiscriminatorMapping(value = "SEX", schema = Fact.OfSex.class),
      @DiscriminatorMapping(value = "RNOKPP", schema = Fact.Rnokpp.class),
      @DiscriminatorMapping(value = "UNZR", schema = Fact.Unzr.class),
      @DiscriminatorMapping(value = "DOCUMENT", schema = Fact.Document.class),
      @DiscriminatorMapping(value = "RESIDENCE", schema = Fact.Residence.class),
      @DiscriminatorMapping(value = "PHONE", schema = Fact.Phone.class),
      @DiscriminatorMapping(value = "EMAIL", schema = Fact.Email.class),
      @DiscriminatorMapping(value = "PAYMENT_CHANNEL", schema = Fact.Payment.class),
      @DiscriminatorMapping(value = "NO_RUSSIAN_PENSION", schema = Fact.NoRussianPension.class),
      @DiscriminatorMapping(value = "LIFE_STATE", schema = Fact.LifeEvent.class),
      @DiscriminatorMapping(value = "RELATION", schema = Fact.Relation.class),
      @DiscriminatorMapping(value = "CONSENT", schema = Fact.Consent.class),
      @DiscriminatorMapping(value = "RETRACTION", schema = Fact.Retraction.class)
    })
public sealed interface Fact {

  String REQUIRED = "This is needed.";
  String TOO_LONG = "This is too long.";
  int TEXT_MAX = 200;

  /** What kind of statement says it. */
  default Statement.Kind kind() {
    return switch (this) {
      case Name _ -> Statement.Kind.NAME;
      case BirthDate _ -> Statement.Kind.BIRTH_DATE;
      case OfSex _ -> Statement.Kind.SEX;
      case Rnokpp _ -> Statement.Kind.RNOKPP;
      case Unzr _ -> Statement.Kind.UNZR;
      case Document _ -> Statement.Kind.DOCUMENT;
      case Residence _ -> Statement.Kind.RESIDENCE;
      case Phone _ -> Statement.Kind.PHONE;
      case Email _ -> Statement.Kind.EMAIL;
      case Payment _ -> Statement.Kind.PAYMENT_CHANNEL;
      case NoRussianPension _ -> Statement.Kind.NO_RUSSIAN_PENSION;
      case LifeEvent _ -> Statement.Kind.LIFE_STATE;
      case Relation _ -> Statement.Kind.RELATION;
      case Consent _ -> Statement.Kind.CONSENT;
      case Retraction _ -> Statement.Kind.RETRACTION;
      case Answer _ -> Statement.Kind.ANSWER;
    };
  }

  /** The part of the view that it is about; empty when such facts stand side by side. */
  default Optional<Slot> slot() {
    return switch (this) {
      case Name name when name.use() == Name.Use.CURRENT -> Optional.of(Slot.NAME);
      case BirthDate _ -> Optional.of(Slot.BIRTH_DATE);
      case OfSex _ -> Optional.of(Slot.SEX);
      case Rnokpp _ -> Optional.of(Slot.RNOKPP);
      case Unzr _ -> Optional.of(Slot.UNZR);
      case Residence residence when residence.use() == Residence.Use.REGISTERED ->
          Optional.of(Slot.REGISTERED_RESIDENCE);
      case Residence _ -> Optional.of(Slot.RESIDENCE);
      case Phone _ -> Optional.of(Slot.PHONE);
      case Email _ -> Optional.of(Slot.EMAIL);
      case Payment _ -> Optional.of(Slot.PAYMENT_CHANNEL);
      case NoRussianPension _ -> Optional.of(Slot.NO_RUSSIAN_PENSION);
      case Name _, Document _, LifeEvent _, Relation _, Consent _, Retraction _, Answer _ ->
          Optional.empty();
    };
  }

  /** A name: the present one, a former one, or one that is used or written otherwise. */
  @Schema(name = "NameFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Name(
      Name.Use use,
      @NotNull(message = REQUIRED) @Size(max = TEXT_MAX, message = TOO_LONG) String family,
      @NotNull(message = REQUIRED) @Size(max = TEXT_MAX, message = TOO_LONG) String given,
      @Size(max = TEXT_MAX, message = TOO_LONG) String patronymic)
      implements Fact {

    /** How the person bears the name; CURRENT when absent. */
    @Schema(name = "NameUse")
    public enum Use {
      CURRENT,
      /** Borne before, such as the maiden name. */
      FORMER,
      /** Any other: as a paper in another script has it, or as people call the person. */
      OTHER
    }

    PersonName name() {
      return new PersonName(family, given, patronymic);
    }
  }

  /** The day of birth. */
  @Schema(name = "BirthDateFact")
  record BirthDate(@NotNull(message = REQUIRED) LocalDate date) implements Fact {}

  /** The sex. */
  @Schema(name = "SexFact")
  record OfSex(@NotNull(message = REQUIRED) Sex sex) implements Fact {}

  /** The РНОКПП, or why there is none: exactly one of the two. */
  @Schema(name = "RnokppFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rnokpp(String number, RnokppAbsence absence) implements Fact {}

  /** The УНЗР. */
  @Schema(name = "UnzrFact")
  record Unzr(@NotNull(message = REQUIRED) @Schema(examples = "19510417-00123") String number)
      implements Fact {}

  /** A paper that was shown. */
  @Schema(name = "DocumentFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      @NotNull(message = REQUIRED) DocumentType type,
      @Size(max = TEXT_MAX, message = TOO_LONG) String number,
      LocalDate issuedOn,
      LocalDate expiresOn,
      @Size(max = TEXT_MAX, message = TOO_LONG) String issuer)
      implements Fact {

    static Document of(DocumentDetails details) {
      return new Document(
          details.type(),
          details.number(),
          details.issuedOn(),
          details.expiresOn(),
          details.issuer());
    }

    DocumentDetails details(EvidenceLevel level) {
      return new DocumentDetails(type, number, issuedOn, expiresOn, issuer, level);
    }
  }

  /** Where the person lives, or is registered. */
  @Schema(name = "ResidenceFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Residence(
      Residence.Use use,
      @NotNull(message = REQUIRED) @Schema(description = "KATOTTG code") String settlement,
      @Size(max = TEXT_MAX, message = TOO_LONG) String street,
      @Size(max = 30, message = TOO_LONG) String building,
      @Size(max = 30, message = TOO_LONG) String flat,
      @Schema(examples = "94200") String postalIndex)
      implements Fact {

    /** Whether the person is there or only on paper; ACTUAL when absent. */
    @Schema(name = "ResidenceUse")
    public enum Use {
      ACTUAL,
      REGISTERED
    }

    /** Whether it says more than the settlement. */
    public boolean isPrecise() {
      return street != null || building != null || postalIndex != null;
    }

    /** Whether it says more than the other, which names the settlement alone. */
    boolean completes(Residence other) {
      return isPrecise() && settlement.equals(other.settlement) && !other.isPrecise();
    }
  }

  /** A telephone by which the person is reached. */
  @Schema(name = "PhoneFact")
  record Phone(
      @NotNull(message = REQUIRED) @Schema(description = "E.164", examples = "+380500000001")
          String number)
      implements Fact {}

  /** An e-mail address by which the person is reached. */
  @Schema(name = "EmailFact")
  record Email(@NotNull(message = REQUIRED) String address) implements Fact {}

  /** How the person wants to be paid. */
  @Schema(name = "PaymentChannelFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Payment(
      @NotNull(message = REQUIRED) PaymentChannel.Kind channel,
      @Size(max = 50, message = TOO_LONG) String iban)
      implements Fact {}

  /** The declaration of not receiving a Russian pension (Law 1058-IV, Final Provisions p. 14⁴). */
  @Schema(name = "NoRussianPensionFact")
  record NoRussianPension(@NotNull(message = REQUIRED) LocalDate declaredOn) implements Fact {}

  /** A death, a disappearance, a court's presumption of death, a reappearance. */
  @Schema(name = "LifeStateFact")
  record LifeEvent(
      @NotNull(message = REQUIRED) Event event, @NotNull(message = REQUIRED) LocalDate on)
      implements Fact {

    /** What happened. */
    @Schema(name = "LifeEventKind")
    public enum Event {
      DEATH,
      /** Зникла безвісти: entered in the register of missing persons, or found so by a court. */
      MISSING,
      /** Оголошена померлою: only a court can (Civil Code art. 46). */
      PRESUMED_DEAD,
      REAPPEARED
    }
  }

  /** Who somebody is to the person. One of the two: a resident, or a name. */
  @Schema(name = "RelationFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Relation(
      @NotNull(message = REQUIRED) Role role,
      UUID residentId,
      @Size(max = TEXT_MAX, message = TOO_LONG) String name)
      implements Fact {

    /** What the other is to the person. */
    @Schema(name = "RelationRole")
    public enum Role {
      MOTHER,
      FATHER,
      SPOUSE,
      CHILD,
      SIBLING,
      GUARDIAN,
      WARD,
      OTHER
    }
  }

  /** The person's consent to have their data used for a purpose, or that they take it back. */
  @Schema(name = "ConsentFact")
  record Consent(
      @NotNull(message = REQUIRED) Decision decision,
      @NotNull(message = REQUIRED) @Schema(description = "A code of purposes") String purpose,
      @NotNull(message = REQUIRED) Form form,
      @NotNull(message = REQUIRED) LocalDate on)
      implements Fact {

    /** What the person decided. */
    @Schema(name = "ConsentDecision")
    public enum Decision {
      GIVEN,
      WITHDRAWN
    }

    /** How they said it. */
    @Schema(name = "ConsentForm")
    public enum Form {
      WRITTEN,
      ORAL,
      ELECTRONIC_SIGNATURE
    }
  }

  /**
   * That a statement was wrong: its fact counts no more, and stays to be read.
   *
   * @param fact which fact of it was wrong; needed when it holds several, as a registration does
   * @param number which paper was wrong, when it shows several
   */
  @Schema(name = "RetractionFact")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Retraction(
      @NotNull(message = REQUIRED) UUID statementId,
      Statement.Kind fact,
      @Size(max = TEXT_MAX, message = TOO_LONG) String number,
      @NotNull(message = REQUIRED) @Size(min = 3, max = 500, message = "3 to 500 characters.")
          String reason)
      implements Fact {}

  /**
   * A person's answer to an open question.
   *
   * @param statementId of the statement that was in question
   * @param accepted whether it counts from now on
   */
  @Schema(hidden = true)
  record Answer(UUID questionId, UUID statementId, boolean accepted, String reason)
      implements Fact {}
}
