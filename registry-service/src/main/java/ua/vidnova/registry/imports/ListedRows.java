package ua.vidnova.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** What one chunk adds to the registry, gathered, and then written table by table. */
final class ListedRows {

  private final ListImport run;
  private final ListSource source;
  private final Instant now;
  private final LocalDate today;
  private final ObjectMapper json;
  private final Map<String, List<String>> areasOf = new HashMap<>();

  private final CopyRows residents =
      new CopyRows(
          "resident (id, version, family, given, patronymic, birth_date, sex, rnokpp, settlement,"
              + " areas, phone, evidence_level, registered_on, life_state, life_state_since,"
              + " search_key, listed_in)");
  private final CopyRows statements =
      new CopyRows(
          "statement (id, resident_id, kind, facts, source, recorded_by, recorded_by_name,"
              + " recorded_at)");
  private final CopyRows documents =
      new CopyRows("identity_document (id, statement_id, type, number, evidence_level)");
  private final CopyRows lines =
      new CopyRows("listed_line (list, key, resident_id, person, facts)");
  private final CopyRows trial = new CopyRows("list_import_trial (import_id, key, person, facts)");
  private final List<Filed> filed = new ArrayList<>();
  private final List<Filed> filedAgain = new ArrayList<>();
  private final List<UUID> changedKeys = new ArrayList<>();
  private final List<UUID> changedFacts = new ArrayList<>();
  private final List<UUID> subjects = new ArrayList<>();

  ListedRows(ListImport run, ListSource source, Instant now, LocalDate today, ObjectMapper json) {
    this.run = run;
    this.source = source;
    this.now = now;
    this.today = today;
    this.json = json;
  }

  private record Filed(long key, UUID residentId) {}

  /** Makes a listed resident, whose id it returns. */
  UUID add(ListedLine line) {
    var id = Ids.newId();
    var person = line.person();
    residents.add(
        id,
        0,
        person.name().family(),
        person.name().given(),
        person.name().patronymic(),
        person.birthDate(),
        person.sex(),
        person.rnokpp(),
        person.settlement(),
        areasOf.computeIfAbsent(person.settlement(), ListedRows::areas),
        person.phone(),
        "REGISTER_EXTRACT",
        today,
        "LIVING",
        person.birthDate(),
        line.searchKey(),
        run.mapping());
    file(line, id, filed);
    return keep(line, id);
  }

  /** Keeps the line as the list's first statement about a resident, whose id it returns. */
  UUID attach(ListedLine line, UUID residentId) {
    file(line, residentId, filedAgain);
    return keep(line, residentId);
  }

  private UUID keep(ListedLine line, UUID residentId) {
    trial.add(run.id(), line.key(), line.samePerson(), line.facts());
    lines.add(run.mapping(), line.key(), residentId, line.samePerson(), line.facts());
    return state(line, residentId);
  }

  /** Keeps the line as a further statement of the list about a resident, whose id it returns. */
  UUID restate(ListedLine line, UUID residentId) {
    changedKeys.add(line.key());
    changedFacts.add(line.facts());
    file(line, residentId, filedAgain);
    return state(line, residentId);
  }

  private static void file(ListedLine line, UUID residentId, List<Filed> filed) {
    for (var key : line.matchKeys()) {
      filed.add(new Filed(key, residentId));
    }
  }

  private UUID state(ListedLine line, UUID residentId) {
    var id = Ids.newId();
    var recorder = run.startedBy();
    statements.add(
        id, residentId, "LISTED", facts(line), "LEGACY_LIST", recorder.id(), recorder.name(), now);
    var passport = line.person().passport();
    if (passport != null) {
      documents.add(Ids.newId(), id, passport.type(), passport.number(), "REGISTER_EXTRACT");
    }
    subjects.add(residentId);
    return residentId;
  }

  /**
   * Writes everything in the connection's transaction; of a dry run only what later chunks need to
   * know.
   */
  void write(Connection connection) throws SQLException {
    if (run.isDryRun()) {
      trial.write(connection);
      return;
    }
    residents.write(connection);
    statements.write(connection);
    documents.write(connection);
    lines.write(connection);
    writeFiled(connection);
    changeFacts(connection);
  }

  /** In the order of keys, since a big index takes neighbours far faster than strangers. */
  private void writeFiled(Connection connection) throws SQLException {
    filed.sort(Comparator.comparingLong(Filed::key));
    var keys = new CopyRows("match_key (key, resident_id)");
    filed.forEach(one -> keys.add(one.key(), one.residentId()));
    keys.write(connection);
    fileAgain(connection);
  }

  /** Residents who were there may be filed under some of the keys already. */
  private void fileAgain(Connection connection) throws SQLException {
    if (filedAgain.isEmpty()) {
      return;
    }
    try (var insert =
        connection.prepareStatement(
            "insert into match_key (key, resident_id)"
                + " select * from unnest(?::bigint[], ?::uuid[]) on conflict do nothing")) {
      insert.setArray(
          1, connection.createArrayOf("bigint", filedAgain.stream().map(Filed::key).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf("uuid", filedAgain.stream().map(Filed::residentId).toArray()));
      insert.executeUpdate();
    }
  }

  private void changeFacts(Connection connection) throws SQLException {
    if (changedKeys.isEmpty()) {
      return;
    }
    try (var update =
        connection.prepareStatement(
            "update listed_line l set facts = n.facts"
                + " from unnest(?::uuid[], ?::uuid[]) as n (key, facts)"
                + " where l.list = ? and l.key = n.key")) {
      update.setArray(1, connection.createArrayOf("uuid", changedKeys.toArray()));
      update.setArray(2, connection.createArrayOf("uuid", changedFacts.toArray()));
      update.setString(3, run.mapping());
      update.executeUpdate();
    }
  }

  /** The residents about whom something was written. */
  List<UUID> subjects() {
    return run.isDryRun() ? List.of() : List.copyOf(subjects);
  }

  private record Facts(
      String list, ListSource source, UUID listImport, long line, Map<ListField, String> fields) {}

  private String facts(ListedLine line) {
    try {
      return json.writeValueAsString(
          new Facts(run.mapping(), source, run.id(), line.number(), line.person().stated()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> areas(String settlement) {
    return Territories.ukraine().lineage(settlement).map(Territory::code).toList();
  }
}
