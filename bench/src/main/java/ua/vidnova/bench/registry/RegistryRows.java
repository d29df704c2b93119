package ua.vidnova.bench.registry;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.matching.DocumentKey;
import ua.vidnova.registry.matching.MatchKeys;
import ua.vidnova.registry.matching.MatchProfile;
import ua.vidnova.registry.matching.PartialDate;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.names.SearchKey;
import ua.vidnova.registry.registration.RegistrationRequest;

/**
 * The rows that a registration leaves in the registry's tables, made by the registry's own key
 * functions; without the audit entry and the events, which a registration adds to them.
 */
final class RegistryRows {
  private static final String DAY = Population.AS_OF.toString();
  private static final String TIME =
      OffsetDateTime.of(Population.AS_OF.atTime(9, 0), ZoneOffset.UTC).toString();
  private static final Map<String, String> AREAS = new ConcurrentHashMap<>();

  private RegistryRows() {}

  /** The tables, each after those that it refers to. */
  enum Table {
    RESIDENT(
        "id, version, family, given, patronymic, birth_date, sex, rnokpp, rnokpp_absence,"
            + " settlement, areas, phone, payment_kind, evidence_level, identified_on,"
            + " registered_on, life_state, life_state_since, search_key"),
    STATEMENT("id, resident_id, kind, facts, source, recorded_by, recorded_by_name, recorded_at"),
    IDENTITY_DOCUMENT("id, statement_id, type, number, issued_on, expires_on, evidence_level"),
    MATCH_KEY("key, resident_id");

    private final String columns;

    Table(String columns) {
      this.columns = columns;
    }

    String copy() {
      return "copy %s (%s) from stdin".formatted(name(), columns);
    }

    String insert() {
      var values = Arrays.stream(columns.split(",")).map(column -> "?").toList();
      return "insert into %s (%s) values (%s)"
          .formatted(name(), columns, String.join(", ", values));
    }
  }

  /** A row in the text form that PostgreSQL reads; nulls are null. */
  record Row(Table table, String... values) {

    /** As COPY reads it. */
    void appendTo(StringBuilder text) {
      for (int i = 0; i < values.length; i++) {
        if (i > 0) {
          text.append('\t');
        }
        appendValue(text, values[i]);
      }
      text.append('\n');
    }

    private static void appendValue(StringBuilder text, String value) {
      if (value == null) {
        text.append("\\N");
        return;
      }
      for (int i = 0; i < value.length(); i++) {
        char sign = value.charAt(i);
        switch (sign) {
          case '\\' -> text.append("\\\\");
          case '\t' -> text.append("\\t");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          default -> text.append(sign);
        }
      }
    }
  }

  /** All rows of a person, in the order of their tables. */
  static Stream<Row> of(Person person) {
    var id = Ids.newId();
    var statement = Ids.newId();
    var registration = Registrations.of(person);
    var documents =
        registration.documents().stream().map(RegistrationRequest.Document::details).toList();
    return Stream.of(
            Stream.of(
                resident(id, registration, documents), statement(statement, id, registration)),
            documents.stream().map(details -> document(statement, details)),
            keys(id, registration, documents))
        .flatMap(rows -> rows);
  }

  private static Row resident(
      UUID id, RegistrationRequest stated, List<DocumentDetails> documents) {
    return new Row(
        Table.RESIDENT,
        id.toString(),
        "0",
        stated.name().family(),
        stated.name().given(),
        stated.name().patronymic(),
        stated.birthDate().toString(),
        stated.sex().name(),
        stated.rnokpp(),
        text(stated.rnokppAbsence()),
        stated.settlement(),
        AREAS.computeIfAbsent(stated.settlement(), RegistryRows::areas),
        stated.phone(),
        stated.paymentChannel().kind().name(),
        EvidenceLevel.ofPerson(documents).name(),
        DAY,
        DAY,
        "LIVING",
        stated.birthDate().toString(),
        SearchKey.of(name(stated)));
  }

  private static Row statement(UUID id, UUID resident, RegistrationRequest stated) {
    return new Row(
        Table.STATEMENT,
        id.toString(),
        resident.toString(),
        "REGISTRATION",
        Registrations.json(stated),
        "REGISTRAR",
        "bench",
        "bench",
        TIME);
  }

  private static Row document(UUID statement, DocumentDetails details) {
    return new Row(
        Table.IDENTITY_DOCUMENT,
        Ids.newId().toString(),
        statement.toString(),
        details.type().name(),
        details.number(),
        text(details.issuedOn()),
        text(details.expiresOn()),
        details.level().name());
  }

  private static Stream<Row> keys(
      UUID id, RegistrationRequest stated, List<DocumentDetails> documents) {
    var profile =
        new MatchProfile(
            id,
            name(stated),
            List.of(),
            PartialDate.of(stated.birthDate()),
            stated.sex(),
            stated.rnokpp(),
            documents.stream().map(DocumentKey::of).toList(),
            stated.phone(),
            stated.settlement());
    return Arrays.stream(MatchKeys.of(profile))
        .mapToObj(key -> new Row(Table.MATCH_KEY, Long.toString(key), id.toString()));
  }

  private static PersonName name(RegistrationRequest stated) {
    return new PersonName(
        stated.name().family(), stated.name().given(), stated.name().patronymic());
  }

  private static String areas(String settlement) {
    return Territories.ukraine()
        .lineage(settlement)
        .map(Territory::code)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
