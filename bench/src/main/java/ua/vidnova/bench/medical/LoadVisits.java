package ua.vidnova.bench.medical;

import static ua.vidnova.bench.service.Sql.execute;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Settlements;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.localstack.postgres.Database;

/**
 * Invented residents and visits of the past year, made in the database itself: people live where
 * people live, each visit has vital signs, a reason and a diagnosis, one in three a medicine.
 */
final class LoadVisits {
  private static final int PLACES = 2_000;

  private static final String RESIDENTS =
      """
      insert into resident (id, settlement, settlement_as_of, family, given, birth_date, sex,
                            identity_as_of)
      select id, (?::text[])[1 + (n * 7919 % ?)], now(), 'Вигаданенко', 'Вигадана',
             date '1936-01-01' + (n * 104729 % 31000)::int,
             case when n % 5 < 2 then 'MALE' else 'FEMALE' end, now()
      from bench_resident
      """;

  private static final String VISITS =
      """
      insert into visit
        (id, origin_id, resident_id, trip_id, settlement, started_at, ended_at, complaint,
         temperature_c, systolic_mm_hg, diastolic_mm_hg, pulse_per_minute, outcome, follow_up_on,
         sex, age_years, consent, identity_evidence, relation_to_event, mds_items,
         recorded_by, recorded_by_name, recorded_at)
      select v.id, v.id, r.id, ?, r.settlement, v.at, v.at + interval '20 minutes', 'Болить голова',
             36.6, 120 + v.n % 60, 70 + v.n % 25, 60 + v.n % 40,
             case when v.n % 4 = 0 then 'FOLLOW_UP' else 'TREATED' end,
             case when v.n % 4 = 0 then v.at::date + 14 end,
             r.sex, extract(year from age(v.at, r.birth_date)), 'GIVEN', 'ORIGINAL',
             (array['DIRECT', 'INDIRECT', 'NONE'])[1 + v.n % 3],
             array[(array[9, 18, 24, 25, 26, 29, 29, 29])[1 + v.n % 8]]::smallint[],
             'bench', 'bench', v.at + interval '1 hour'
      from (select n, uuidv7() as id, n * 6151 % ? as person,
                   date_trunc('day', now()) - (1 + n * 7919 % 525600) * interval '1 minute' as at
            from generate_series(1::bigint, ?) n) v
      join bench_resident b on b.n = v.person
      join resident r on r.id = b.id
      """;

  private static final List<String> PARTS =
      List.of(
          "insert into visit_reason (visit_id, rank, code) select id, 0, 'N01' from visit",
          """
          insert into visit_diagnosis (visit_id, rank, role, code, clinical_status,
                                       verification_status)
          select id, 0, 'PRIMARY', 'K86', 'ACTIVE', 'CONFIRMED' from visit
          """,
          """
          insert into visit_medicine (id, visit_id, rank, name, batch, expires_on, quantity, unit,
                                      given)
          select uuidv7(), id, 0, 'Вигаданол', 'B1', date '2031-05-31', 10, 'таблетка', 'DISPENSED'
          from visit where pulse_per_minute % 3 = 0
          """,
          """
          insert into visit_chronic_condition (id, visit_id, rank, code, text, status)
          select uuidv7(), id, 0, 'K86', 'Підвищений тиск', 'ACTIVE'
          from visit where pulse_per_minute % 10 = 0
          """,
          """
          insert into visit_allergy (id, visit_id, rank, category, substance, status)
          select uuidv7(), id, 0, 'MEDICATION', 'Пеніцилін', 'ACTIVE'
          from visit where pulse_per_minute % 20 = 0
          """);

  private LoadVisits() {}

  /** Makes them, in an empty database. */
  static void load(Database database, int residents, int visits, UUID trip, long seed) {
    var random = new SplittableRandom(seed);
    var places = IntStream.range(0, PLACES).mapToObj(i -> Settlements.any(random)).toArray();
    try (var connection = database.connect()) {
      execute(
          connection,
          "create temporary table bench_resident as"
              + " select n, uuidv7() as id from generate_series(0::bigint, ?) n",
          residents - 1L);
      execute(connection, "alter table bench_resident add primary key (n)");
      execute(connection, RESIDENTS, connection.createArrayOf("text", places), PLACES);
      execute(connection, VISITS, trip, residents, visits);
      for (var part : PARTS) {
        execute(connection, part);
      }
      execute(connection, "vacuum analyze");
    } catch (SQLException e) {
      throw new IllegalStateException("Visits could not be made", e);
    }
  }

  /** A trip through all hromadas of an oblast, today, so that its medic sees everybody. */
  static UUID trip(Database database, String oblast, String medic) {
    var trip = UUID.randomUUID();
    var map = Territories.ukraine();
    var hromadas =
        map.all()
            .filter(Territory::isSettlement)
            .map(Territory::code)
            .filter(code -> map.isWithin(code, oblast))
            .flatMap(
                code -> Stream.ofNullable(map.hromadaOf(code).map(Territory::code).orElse(null)))
            .distinct()
            .toArray();
    try (var connection = database.connect()) {
      execute(
          connection,
          "insert into trip (id, version, state, brigade_id, brigade_name, brigade_kind, starts_on,"
              + " ends_on) values (?, 0, 'UNDER_WAY', ?, 'Бригада', 'MEDICAL', ?, ?)",
          trip,
          UUID.randomUUID(),
          LocalDate.now(),
          LocalDate.now());
      execute(
          connection,
          "insert into trip_member (trip_id, user_name, role) values (?, ?, 'DOCTOR')",
          trip,
          medic);
      execute(
          connection,
          "insert into trip_stop (trip_id, id, rank, settlement, hromada, on_day)"
              + " select ?, uuidv7(), rank, code, code, current_date"
              + " from unnest(?::text[]) with ordinality as hromada (code, rank)",
          trip,
          connection.createArrayOf("text", hromadas));
      execute(
          connection,
          "insert into trip_version (trip_id, version, starts_on, ends_on, users, hromadas)"
              + " select id, version, starts_on, ends_on, array[?], ? from trip where id = ?",
          medic,
          connection.createArrayOf("text", hromadas),
          trip);
      return trip;
    } catch (SQLException e) {
      throw new IllegalStateException("A trip could not be made", e);
    }
  }
}
