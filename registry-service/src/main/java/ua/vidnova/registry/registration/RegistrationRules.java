package ua.vidnova.registry.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.contact.PhoneNumber;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentRules;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.facts.IdentifierRules;
import ua.vidnova.registry.names.NameSpelling;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.Particulars;
import ua.vidnova.registry.resident.PaymentChannel;

/**
 * Decides whether what a registrar wrote down can be true, and brings it into canonical form. Finds
 * everything that is wrong at once. The examples are in {@code RegistrationRulesTest}.
 */
final class RegistrationRules {

  /** A РНОКПП cannot tell of an earlier birth. */
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private static final Instant EARLIEST_DEVICE_TIME = Instant.EPOCH;
  private static final Instant LATEST_DEVICE_TIME = Instant.parse("2100-01-01T00:00:00Z");

  private final RegistrationRequest stated;
  private final LocalDate today;
  private final List<FieldError> errors = new ArrayList<>();

  private RegistrationRules(RegistrationRequest stated, LocalDate today) {
    this.stated = stated;
    this.today = today;
  }

  /** What the rules say. */
  sealed interface Verdict {
    record Acceptable(Particulars particulars) implements Verdict {}

    record NotAcceptable(List<FieldError> errors) implements Verdict {}
  }

  /**
   * Examines a registration whose required parts are all there.
   *
   * @param today in Kyiv
   */
  static Verdict examine(RegistrationRequest stated, LocalDate today) {
    return new RegistrationRules(stated, today).verdict();
  }

  private Verdict verdict() {
    checkDevice();
    var birthDate = birthDate();
    var particulars =
        new Particulars(
            name(),
            birthDate,
            stated.sex(),
            rnokpp(birthDate),
            stated.rnokppAbsence(),
            documents(birthDate),
            stated.settlement(),
            areas(),
            phone(),
            paymentChannel(),
            declaredOn(birthDate),
            identifiedOn(birthDate));
    return errors.isEmpty()
        ? new Verdict.Acceptable(particulars)
        : new Verdict.NotAcceptable(List.copyOf(errors));
  }

  private void checkDevice() {
    var id = stated.id();
    if (id != null && !Ids.isTimeOrdered(id)) {
      refuse("id", "not-uuidv7", "Make the id as a UUID version 7, or leave it out.");
    }
    var time = stated.deviceTime();
    if (time != null && (time.isBefore(EARLIEST_DEVICE_TIME) || time.isAfter(LATEST_DEVICE_TIME))) {
      refuse("deviceTime", "out-of-range", "Give a time between 1970 and 2100.");
    }
  }

  private PersonName name() {
    var name = stated.name();
    var cyrillic =
        NameSpelling.isCyrillic(
            Stream.of(name.family(), name.given(), name.patronymic()).filter(p -> p != null));
    Function<String, Checked<String>> read =
        hasOnlyOccupationPapers()
            ? NameSpelling::readAsWritten
            : part -> NameSpelling.read(part, cyrillic);
    return new PersonName(
        take("name.family", read.apply(name.family())),
        take("name.given", read.apply(name.given())),
        name.patronymic() == null ? null : take("name.patronymic", read.apply(name.patronymic())));
  }

  /** Then the name is taken in the letters of the paper, as evidence, until another is stated. */
  private boolean hasOnlyOccupationPapers() {
    return stated.documents().stream()
        .allMatch(paper -> paper.evidenceLevel() == EvidenceLevel.OCCUPATION_ISSUED);
  }

  /** Returns null when the date is refused, so that nothing else is compared with it. */
  private LocalDate birthDate() {
    var birthDate = stated.birthDate();
    if (birthDate.isAfter(today)) {
      refuse("birthDate", "future", "The date of birth has not come yet.");
      return null;
    }
    if (birthDate.isBefore(EARLIEST_BIRTH)) {
      refuse("birthDate", "before-1900", "Give a date from 1900 on.");
      return null;
    }
    return birthDate;
  }

  private String rnokpp(LocalDate birthDate) {
    var number = stated.rnokpp();
    if (number == null && stated.rnokppAbsence() == null) {
      refuse("rnokpp", "required", "Give the РНОКПП, or say in rnokppAbsence why not.");
    }
    if (number != null && stated.rnokppAbsence() != null) {
      refuse("rnokppAbsence", "contradicts", "There is a РНОКПП, so nothing is absent.");
    }
    if (number != null && take("rnokpp", IdentifierRules.readRnokpp(number)) != null) {
      compareWithPerson(number, birthDate);
    }
    return number;
  }

  private void compareWithPerson(String rnokpp, LocalDate birthDate) {
    if (birthDate != null && !Rnokpp.birthDate(rnokpp).equals(birthDate)) {
      refuse("rnokpp", "birth-date-disagrees", "The number is of a person born on another day.");
    }
    if (Rnokpp.sex(rnokpp) != stated.sex()) {
      refuse("rnokpp", "sex-disagrees", "The number is of a person of the other sex.");
    }
  }

  private List<DocumentDetails> documents(LocalDate birthDate) {
    var accepted = new ArrayList<DocumentDetails>();
    for (var i = 0; i < stated.documents().size(); i++) {
      var path = "documents[" + i + "].";
      var examined = DocumentRules.examine(stated.documents().get(i).details(), birthDate, today);
      examined.errors().forEach(e -> refuse(path + e.field(), e.code(), e.message()));
      if (accepted.stream().anyMatch(examined.details()::isSamePaperAs)) {
        refuse(path + "number", "duplicate", "The same paper is in the list already.");
      }
      accepted.add(examined.details());
    }
    return List.copyOf(accepted);
  }

  private List<String> areas() {
    var territories = Territories.ukraine();
    var settlement = territories.find(stated.settlement());
    if (settlement.isEmpty()) {
      refuse("settlement", "unknown", "KATOTTG has no such code.");
    } else if (!settlement.get().isSettlement()) {
      refuse("settlement", "not-a-settlement", "Give the code of a city, селище or village.");
    }
    return territories.lineage(stated.settlement()).map(Territory::code).toList();
  }

  private String phone() {
    return stated.phone() == null ? null : take("phone", PhoneNumber.readE164(stated.phone()));
  }

  private PaymentChannel paymentChannel() {
    var preference = stated.paymentChannel();
    if (preference == null || preference.iban() == null) {
      return preference == null ? null : new PaymentChannel(preference.kind(), null);
    }
    if (preference.kind() != PaymentChannel.Kind.BANK) {
      refuse("paymentChannel.iban", "contradicts", "Only BANK has an account.");
    }
    return new PaymentChannel(
        preference.kind(), take("paymentChannel.iban", BankAccount.read(preference.iban())));
  }

  private LocalDate declaredOn(LocalDate birthDate) {
    var declaration = stated.noRussianPension();
    return declaration == null
        ? null
        : lived("noRussianPension.declaredOn", declaration.declaredOn(), birthDate);
  }

  private LocalDate identifiedOn(LocalDate birthDate) {
    return stated.identifiedOn() == null
        ? today
        : lived("identifiedOn", stated.identifiedOn(), birthDate);
  }

  /** A day on which the person did something: not before their birth, not after today. */
  private LocalDate lived(String field, LocalDate day, LocalDate birthDate) {
    if (day.isAfter(today)) {
      refuse(field, "future", "This day has not come yet.");
    } else if (birthDate != null && day.isBefore(birthDate)) {
      refuse(field, "before-birth", "The person was not born yet.");
    }
    return day;
  }

  /** Returns null when it is refused. */
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
    errors.add(new FieldError(field, code, message));
  }
}
