package ua.vidnova.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.contact.PhoneNumber;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.names.NameSpelling;
import ua.vidnova.registry.names.PersonName;

/**
 * Reads the fields of one line, or says what is wrong with each. Without name, birth date, sex and
 * settlement there is nobody to look for, so these refuse the line, as does a РНОКПП that cannot
 * be; a telephone or passport that cannot be read is only left out. The examples are in {@code
 * ListedPersonRulesTest}.
 */
public final class ListedPersonRules {

  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int LENGTH_MAX = 200;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[-–—.0]*|немає|нема|відсутній|нет|б/н", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern MALE = Pattern.compile("[чмm1]|чол.*|муж.*|male");
  private static final Pattern FEMALE = Pattern.compile("[жf2]|жін.*|жен.*|female");

  private final ImportMapping mapping;
  private final SettlementNames settlements;
  private final Remembered<String, Checked<String>> cyrillicNames =
      new Remembered<>(part -> NameSpelling.readAsListed(part, true));

  /** The rules for lists that are read through a mapping. */
  public ListedPersonRules(ImportMapping mapping) {
    this.mapping = mapping;
    this.settlements = SettlementNames.of(mapping.territory());
  }

  /**
   * What came of one line.
   *
   * @param person empty when it is refused
   * @param findings what was refused or left out
   */
  public record Reading(Optional<ListedPerson> person, List<Finding> findings) {

    /** A line that cannot even be split into fields. */
    public static Reading refused(long line, LineRefusal why) {
      return new Reading(Optional.empty(), List.of(Finding.ofLine(line, why)));
    }
  }

  /**
   * Reads one line.
   *
   * @param line number in the file
   * @param fields the text in each column that the mapping names
   * @param today in Kyiv
   */
  public Reading read(long line, Map<ListField, String> fields, LocalDate today) {
    return new Line(line, fields, today).read();
  }

  private final class Line {
    private final long line;
    private final Map<ListField, String> fields = new EnumMap<>(ListField.class);
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    Line(long line, Map<ListField, String> fields, LocalDate today) {
      this.line = line;
      this.today = today;
      fields.forEach(
          (field, text) -> this.fields.put(field, SPACES.matcher(text).replaceAll(" ").strip()));
    }

    Reading read() {
      refuseFormulas();
      if (!findings.isEmpty()) {
        return new Reading(Optional.empty(), List.copyOf(findings));
      }
      var name = name();
      var birthDate = birthDate();
      var passport = passport();
      var rnokpp = rnokpp();
      var sex = sex(rnokpp, name);
      compare(rnokpp, birthDate, sex);
      var settlement = settlement();
      var phone = phone();
      var recordNumber = text(ListField.RECORD_NUMBER);
      if (findings.stream().anyMatch(finding -> !finding.omission())) {
        return new Reading(Optional.empty(), List.copyOf(findings));
      }
      var person =
          new ListedPerson(
              name,
              birthDate,
              sex,
              rnokpp,
              settlement,
              phone,
              passport,
              recordNumber.isEmpty() ? null : recordNumber,
              fields);
      return new Reading(Optional.of(person), List.copyOf(findings));
    }

    private void refuseFormulas() {
      fields.forEach(
          (field, text) -> {
            if (text.startsWith("=") || text.startsWith("@")) {
              refuse(field, LineRefusal.FORMULA);
            } else if (text.length() > LENGTH_MAX) {
              refuse(field, LineRefusal.TOO_LONG);
            }
          });
    }

    private PersonName name() {
      if (!mapping.reads(ListField.FULL_NAME)) {
        return name(
            ListField.FAMILY,
            text(ListField.FAMILY),
            ListField.GIVEN,
            text(ListField.GIVEN),
            ListField.PATRONYMIC,
            text(ListField.PATRONYMIC));
      }
      var words = text(ListField.FULL_NAME).split(" ", 3);
      if (words.length < 2) {
        refuse(ListField.FULL_NAME, LineRefusal.FULL_NAME);
        return null;
      }
      var whole = ListField.FULL_NAME;
      return name(whole, words[0], whole, words[1], whole, words.length == 3 ? words[2] : "");
    }

    private PersonName name(
        ListField familyField,
        String family,
        ListField givenField,
        String given,
        ListField patronymicField,
        String patronymic) {
      var cyrillic = NameSpelling.isCyrillic(Stream.of(family, given, patronymic));
      return new PersonName(
          part(familyField, family, cyrillic),
          part(givenField, given, cyrillic),
          patronymic.isEmpty() || NO_NUMBER.matcher(patronymic).matches()
              ? null
              : part(patronymicField, patronymic, cyrillic));
    }

    private String part(ListField field, String text, boolean cyrillic) {
      if (text.isEmpty()) {
        refuse(field, LineRefusal.REQUIRED);
        return null;
      }
      var read = cyrillic ? cyrillicNames.of(text) : NameSpelling.readAsListed(text, false);
      return switch (read) {
        case Checked.Good<String>(var spelt) -> spelt;
        case Checked.Bad<String> bad -> {
          refuse(field, LineRefusal.LETTERS);
          yield null;
        }
      };
    }

    private LocalDate birthDate() {
      var text = text(ListField.BIRTH_DATE);
      if (text.isEmpty()) {
        refuse(ListField.BIRTH_DATE, LineRefusal.REQUIRED);
        return null;
      }
      var date = mapping.dates().read(text);
      if (date.isEmpty()) {
        refuse(ListField.BIRTH_DATE, LineRefusal.NOT_A_DATE);
      } else if (date.get().isAfter(today)) {
        refuse(ListField.BIRTH_DATE, LineRefusal.IN_THE_FUTURE);
      } else if (date.get().isBefore(EARLIEST_BIRTH)) {
        refuse(ListField.BIRTH_DATE, LineRefusal.TOO_LONG_AGO);
      }
      return date.orElse(null);
    }

    /**
     * The number, with the zero that spreadsheets take away. People who refused one have their
     * passport in its column, as the Pension Fund keeps them.
     */
    private String rnokpp() {
      var text = text(ListField.RNOKPP);
      if (NO_NUMBER.matcher(text).matches() || DocumentType.PASSPORT.isNumber(text)) {
        return null;
      }
      var number = text.length() == 9 && DIGITS.matcher(text).matches() ? "0" + text : text;
      if (!Rnokpp.isValid(number)) {
        refuse(ListField.RNOKPP, LineRefusal.CHECKSUM);
        return null;
      }
      return number;
    }

    private ListedPerson.Passport passport() {
      var text = text(ListField.PASSPORT);
      if (NO_NUMBER.matcher(text).matches()) {
        var instead = text(ListField.RNOKPP);
        return DocumentType.PASSPORT.isNumber(instead)
            ? passport(DocumentType.PASSPORT, instead)
            : null;
      }
      for (var type : List.of(DocumentType.PASSPORT, DocumentType.NATIONAL_ID)) {
        if (type.isNumber(text)) {
          return passport(type, text);
        }
      }
      leaveOut(ListField.PASSPORT, LineRefusal.NOT_A_PASSPORT);
      return null;
    }

    private static ListedPerson.Passport passport(DocumentType type, String written) {
      return new ListedPerson.Passport(type, type.normalise(written));
    }

    private Sex sex(String rnokpp, PersonName name) {
      var text = text(ListField.SEX).toLowerCase(Locale.ROOT);
      if (!text.isEmpty()) {
        if (FEMALE.matcher(text).matches()) {
          return Sex.FEMALE;
        }
        if (MALE.matcher(text).matches()) {
          return Sex.MALE;
        }
        refuse(ListField.SEX, LineRefusal.UNKNOWN_VALUE);
        return null;
      }
      if (rnokpp != null) {
        return Rnokpp.sex(rnokpp);
      }
      var patronymic = name == null || name.patronymic() == null ? "" : name.patronymic();
      if (patronymic.endsWith("ич") || patronymic.endsWith("оглы")) {
        return Sex.MALE;
      }
      if (patronymic.endsWith("вна") || patronymic.endsWith("чна") || patronymic.endsWith("кызы")) {
        return Sex.FEMALE;
      }
      refuse(ListField.SEX, LineRefusal.SEX_UNKNOWN);
      return null;
    }

    private void compare(String rnokpp, LocalDate birthDate, Sex sex) {
      if (rnokpp == null) {
        return;
      }
      if (birthDate != null && !Rnokpp.birthDate(rnokpp).equals(birthDate)) {
        refuse(ListField.RNOKPP, LineRefusal.BIRTH_DATE_DISAGREES);
      }
      if (sex != null && Rnokpp.sex(rnokpp) != sex) {
        refuse(ListField.RNOKPP, LineRefusal.SEX_DISAGREES);
      }
    }

    private String settlement() {
      var text = text(ListField.SETTLEMENT);
      if (text.isEmpty()) {
        if (Territories.ukraine().isSettlement(mapping.territory())) {
          return mapping.territory();
        }
        refuse(ListField.SETTLEMENT, LineRefusal.REQUIRED);
        return null;
      }
      return switch (settlements.find(text, text(ListField.HROMADA))) {
        case SettlementNames.Found.One(var code) -> code;
        case SettlementNames.Found.None() -> {
          refuse(ListField.SETTLEMENT, LineRefusal.UNKNOWN_SETTLEMENT);
          yield null;
        }
        case SettlementNames.Found.Several() -> {
          refuse(ListField.SETTLEMENT, LineRefusal.AMBIGUOUS_SETTLEMENT);
          yield null;
        }
      };
    }

    private String phone() {
      var text = text(ListField.PHONE);
      if (NO_NUMBER.matcher(text).matches()) {
        return null;
      }
      var phone = PhoneNumber.find(text);
      if (phone.isEmpty()) {
        leaveOut(ListField.PHONE, LineRefusal.NOT_A_PHONE);
      }
      return phone.orElse(null);
    }

    private String text(ListField field) {
      return fields.getOrDefault(field, "");
    }

    private void refuse(ListField field, LineRefusal why) {
      findings.add(new Finding(line, field.name(), why, false));
    }

    private void leaveOut(ListField field, LineRefusal why) {
      findings.add(new Finding(line, field.name(), why, true));
    }
  }
}
