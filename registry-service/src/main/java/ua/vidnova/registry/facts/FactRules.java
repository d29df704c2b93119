package ua.vidnova.registry.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.contact.PhoneNumber;
import ua.vidnova.registry.evidence.DocumentRules;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.NameSpelling;
import ua.vidnova.registry.registration.BankAccount;
import ua.vidnova.registry.resident.PaymentChannel;

/**
 * Decides whether a fact can be one, and brings it into canonical form. Finds everything that is
 * wrong at once; paths are relative to the statement. Examples are in {@code
 * StatementsResourceTest}.
 */
final class FactRules {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]+");
  private static final Pattern POSTAL_INDEX = Pattern.compile("[0-9]{5}");
  private static final int EMAIL_LENGTH_MAX = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}\"<>,;]{1,64}@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+");

  /**
   * What a fact is held against.
   *
   * @param birthDate of the person as it stands
   * @param today in Kyiv
   * @param purposes the codes to which one can consent
   */
  record Context(LocalDate birthDate, LocalDate today, Set<String> purposes) {}

  /** The fact in canonical form, unless it is refused, and what is wrong with it. */
  record Examination(Fact fact, List<FieldError> errors) {}

  private final StatementsRequest.Stated stated;
  private final Context context;
  private final List<FieldError> errors = new ArrayList<>();

  private FactRules(StatementsRequest.Stated stated, Context context) {
    this.stated = stated;
    this.context = context;
  }

  /** Examines a fact whose required parts are all there. */
  static Examination examine(StatementsRequest.Stated stated, Context context) {
    var rules = new FactRules(stated, context);
    var fact = rules.canonical(stated.fact());
    rules.checkGrounds();
    return new Examination(fact, List.copyOf(rules.errors));
  }

  private Fact canonical(Fact fact) {
    return switch (fact) {
      case Fact.Name name -> name(name);
      case Fact.BirthDate birth -> birthDate(birth);
      case Fact.OfSex sex -> sex;
      case Fact.Rnokpp number -> rnokpp(number);
      case Fact.Unzr(var number) -> new Fact.Unzr(take("number", IdentifierRules.readUnzr(number)));
      case Fact.Document document -> document(document);
      case Fact.Residence residence -> residence(residence);
      case Fact.Phone(var number) -> new Fact.Phone(take("number", PhoneNumber.readE164(number)));
      case Fact.Email(var address) -> new Fact.Email(email(address));
      case Fact.Payment payment -> payment(payment);
      case Fact.NoRussianPension(var day) -> new Fact.NoRussianPension(lived("declaredOn", day));
      case Fact.LifeEvent event -> lifeEvent(event);
      case Fact.Relation relation -> relation(relation);
      case Fact.Consent consent -> consent(consent);
      case Fact.Retraction retraction -> retraction(retraction);
      case Fact.Answer answer -> {
        refuse("kind", "not-here", "Answer an open question at its own address.");
        yield answer;
      }
    };
  }

  private Fact name(Fact.Name name) {
    var use = name.use() == null ? Fact.Name.Use.CURRENT : name.use();
    var asWritten =
        use == Fact.Name.Use.OTHER || stated.evidenceLevel() == EvidenceLevel.OCCUPATION_ISSUED;
    var parts =
        Stream.of(name.family(), name.given(), name.patronymic()).filter(part -> part != null);
    var cyrillic = NameSpelling.isCyrillic(parts);
    Function<String, Checked<String>> read =
        asWritten ? NameSpelling::readAsWritten : part -> NameSpelling.read(part, cyrillic);
    return new Fact.Name(
        use,
        take("family", read.apply(name.family())),
        take("given", read.apply(name.given())),
        name.patronymic() == null ? null : take("patronymic", read.apply(name.patronymic())));
  }

  private Fact birthDate(Fact.BirthDate birth) {
    if (birth.date().isAfter(context.today())) {
      refuse("date", "future", "The date of birth has not come yet.");
    } else if (birth.date().isBefore(EARLIEST)) {
      refuse("date", "before-1900", "Give a date from 1900 on.");
    }
    return birth;
  }

  private Fact rnokpp(Fact.Rnokpp rnokpp) {
    if (rnokpp.number() == null && rnokpp.absence() == null) {
      refuse("number", "required", "Give the РНОКПП, or say in absence why not.");
    } else if (rnokpp.number() != null && rnokpp.absence() != null) {
      refuse("absence", "contradicts", "There is a РНОКПП, so nothing is absent.");
    } else if (rnokpp.number() != null) {
      take("number", IdentifierRules.readRnokpp(rnokpp.number()));
    }
    return rnokpp;
  }

  private Fact document(Fact.Document document) {
    var examined =
        DocumentRules.examine(
            document.details(stated.evidenceLevel()), context.birthDate(), context.today());
    examined
        .errors()
        .forEach(
            error -> {
              if (error.field().equals("evidenceLevel")) {
                errors.add(error);
              } else {
                refuse(error.field(), error.code(), error.message());
              }
            });
    return Fact.Document.of(examined.details());
  }

  private Fact residence(Fact.Residence residence) {
    var settlement = Territories.ukraine().find(residence.settlement());
    if (settlement.isEmpty()) {
      refuse("settlement", "unknown", "KATOTTG has no such code.");
    } else if (!settlement.get().isSettlement()) {
      refuse("settlement", "not-a-settlement", "Give the code of a city, селище or village.");
    }
    var index = residence.postalIndex();
    if (index != null && !POSTAL_INDEX.matcher(index).matches()) {
      refuse("postalIndex", "format", "Five digits.");
    }
    return new Fact.Residence(
        residence.use() == null ? Fact.Residence.Use.ACTUAL : residence.use(),
        residence.settlement(),
        text("street", residence.street()),
        text("building", residence.building()),
        text("flat", residence.flat()),
        index);
  }

  private String email(String address) {
    if (address.length() > EMAIL_LENGTH_MAX || !EMAIL.matcher(address).matches()) {
      refuse("address", "format", "Give an address such as name@example.com.");
    }
    return address;
  }

  private Fact payment(Fact.Payment payment) {
    if (payment.iban() == null) {
      return payment;
    }
    if (payment.channel() != PaymentChannel.Kind.BANK) {
      refuse("iban", "contradicts", "Only BANK has an account.");
    }
    return new Fact.Payment(payment.channel(), take("iban", BankAccount.read(payment.iban())));
  }

  private Fact lifeEvent(Fact.LifeEvent event) {
    lived("on", event.on());
    if (event.event() == Fact.LifeEvent.Event.PRESUMED_DEAD && stated.court() == null) {
      errors.add(new FieldError("court", "required", "Only a court presumes somebody dead."));
    }
    return event;
  }

  private Fact relation(Fact.Relation relation) {
    if ((relation.residentId() == null) == (relation.name() == null)) {
      refuse("residentId", "one-of-two", "Give the resident or a name, and not both.");
    }
    return new Fact.Relation(relation.role(), relation.residentId(), text("name", relation.name()));
  }

  private Fact consent(Fact.Consent consent) {
    if (!context.purposes().contains(consent.purpose())) {
      refuse("purpose", "unknown", "There is no such purpose.");
    }
    lived("on", consent.on());
    return consent;
  }

  private Fact retraction(Fact.Retraction retraction) {
    return new Fact.Retraction(
        retraction.statementId(),
        retraction.fact(),
        text("number", retraction.number()),
        text("reason", retraction.reason()));
  }

  private void checkGrounds() {
    if (stated.since() != null) {
      if (stated.since().isAfter(context.today())) {
        errors.add(new FieldError("since", "future", "State it when the day has come."));
      } else if (context.birthDate() != null && stated.since().isBefore(context.birthDate())) {
        errors.add(new FieldError("since", "before-birth", "The person was not born yet."));
      }
    }
    var court = stated.court();
    if (court != null && court.inForceOn().isBefore(court.decidedOn())) {
      errors.add(
          new FieldError("court.inForceOn", "before-decision", "It was not decided by then."));
    }
    if (court != null && court.inForceOn().isAfter(context.today())) {
      errors.add(new FieldError("court.inForceOn", "future", "State it once it is in force."));
    }
    if (court != null
        && Stream.of(court.court(), court.caseNumber())
            .anyMatch(text -> !PRINTABLE.matcher(text).matches())) {
      errors.add(new FieldError("court", "characters", "Use printable characters only."));
    }
  }

  private LocalDate lived(String field, LocalDate day) {
    if (day.isAfter(context.today())) {
      refuse(field, "future", "This day has not come yet.");
    } else if (context.birthDate() != null && day.isBefore(context.birthDate())) {
      refuse(field, "before-birth", "The person was not born yet.");
    }
    return day;
  }

  private String text(String field, String written) {
    if (written == null) {
      return null;
    }
    var tidy = written.strip();
    if (tidy.isEmpty() || !PRINTABLE.matcher(tidy).matches()) {
      refuse(field, "characters", "Use printable characters only, and at least one.");
    }
    return tidy;
  }

  private <T> T take(String field, Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T>(var value) -> value;
      case Checked.Bad<T>(var code, var message) -> {
        refuse(field, code, message);
        yield null;
      }
    };
  }

  private void refuse(String field, String code, String message) {
    errors.add(new FieldError("fact." + field, code, message));
  }
}
