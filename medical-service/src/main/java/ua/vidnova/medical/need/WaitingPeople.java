package ua.vidnova.medical.need;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.overview.FollowUpRule;
import ua.vidnova.medical.overview.OverviewSettings;
import ua.vidnova.medical.resident.PersonName;
import ua.vidnova.medical.trip.Trip;

/**
 * Finds who awaits a visit at stops, in one query: those for whom somebody asked, and those due.
 */
@ApplicationScoped
class WaitingPeople {

  private static final String AT_STOPS =
      """
      with place as (
        select * from unnest(?::uuid[], ?::text[], ?::date[]) as p (stop_id, settlement, on_day)),
      asked as (
        select p.stop_id, p.settlement, p.on_day, n.id as need_id,
          coalesce(r.merged_into, r.id) as person_id
        from place p
        join need_now n on n.settlement = p.settlement and n.state in ('OPEN', 'PLANNED')
        left join resident r on r.id = n.resident_id
        where n.stop_id is null or n.stop_id is distinct from n.pinned_stop or n.stop_id = p.stop_id),
      resident_here as (
        select p.stop_id, p.settlement, p.on_day, r.id as person_id
        from place p
        join resident r on r.settlement = p.settlement and r.merged_into is null),
      record as (
        select stop_id, settlement, on_day, person_id, person_id as record_id from resident_here
        union all
        select h.stop_id, h.settlement, h.on_day, h.person_id, r.id
        from resident_here h
        join resident r on r.merged_into = h.person_id),
      due as (
        select distinct stop_id, settlement, on_day, person_id
        from record
        where exists (
          select 1
          from visit v
          where v.resident_id = record.record_id and not v.superseded and not v.withdrawn
            and (v.follow_up_on between on_day - 365 and on_day
              or v.started_on >= on_day - 90 and exists (
                select 1 from open_referral f where f.visit_id = v.id and f.kind = 'CARE')
              or exists (
                select 1 from visit_chronic_condition c where c.visit_id = v.id
                  and c.status = 'ACTIVE' and c.medicine_until between on_day - 365 and on_day + ?)))),
      waiting as (
        select stop_id, settlement, on_day, need_id, person_id from asked
        union all
        select stop_id, settlement, on_day, null::uuid, person_id from due
        order by need_id nulls last, on_day, person_id
        limit ?)
      """;

  /** The same for needs, each as if it were a stop of its own. */
  private static final String OF_NEEDS =
      """
      with waiting as (
        select n.id as stop_id, n.settlement, ?::date as on_day, n.id as need_id,
          coalesce(r.merged_into, r.id) as person_id
        from need n
        left join resident r on r.id = n.resident_id
        where n.id = any (?))
      """;

  /** What visits and requests say of those who wait. */
  private static final String FACTS =
      """
      select w.stop_id, w.on_day, w.need_id, w.person_id,
        r.family, r.given, r.patronymic, r.birth_date, r.sex,
        n.asked_at, n.about, n.address, n.household_id, n.words, n.urgent, n.told_pregnant,
        n.told_disability, n.told_age_years, n.told_age_months, n.medicine_until as told_until,
        last.started_on, agreed.follow_up_on, agreed.by_latest, referred.since as referred_on,
        expecting.since as pregnant_on,
        medicine.until as medicine_until, coalesce(disability.assessed, false) as assessed,
        home.household_id as home_household, home.address as home_address,
        lives.household_id as registered_household, claim.trip_id as taken_by
      from waiting w
      left join need n on n.id = w.need_id
      left join resident r on r.id = w.person_id
      left join lateral (
        select array_agg(o.id) as ids, bool_or(o.life_state = 'DECEASED') as dead
        from resident o where o.id = w.person_id or o.merged_into = w.person_id) own on true
      left join lateral (
        select v.id, v.started_on
        from visit v
        where v.resident_id = any (own.ids) and not v.superseded and not v.withdrawn
        order by v.started_at desc, v.id desc limit 1) last on true
      left join lateral (
        select v.follow_up_on, v.id = last.id as by_latest
        from visit v
        where v.resident_id = any (own.ids) and not v.superseded and not v.withdrawn
          and v.follow_up_on is not null
        order by v.started_at desc, v.id desc limit 1) agreed on true
      left join lateral (
        select min(v.started_on) as since
        from visit v
        join open_referral f on f.visit_id = v.id and f.kind = 'CARE'
        where v.resident_id = any (own.ids) and not v.superseded and not v.withdrawn) referred
        on true
      left join lateral (
        select case when v.pregnant then v.started_on end as since
        from visit v
        where v.resident_id = any (own.ids) and not v.superseded and not v.withdrawn
          and (v.pregnant is not null
            or exists (select 1 from visit_birth b where b.visit_id = v.id))
        order by v.started_at desc, v.id desc limit 1) expecting on true
      left join lateral (
        select min(newest.medicine_until) filter (where newest.status = 'ACTIVE') as until
        from (
          select distinct on (coalesce(c.code, c.text)) c.medicine_until, c.status
          from visit v
          join visit_chronic_condition c on c.visit_id = v.id
          where v.resident_id = any (own.ids) and not v.superseded and not v.withdrawn
          order by coalesce(c.code, c.text), v.started_at desc, v.id desc) newest) medicine on true
      left join lateral (
        select true as assessed
        from visit v
        join visit_referral f on f.visit_id = v.id and f.kind = 'DISABILITY_ASSESSMENT'
        where v.resident_id = any (own.ids) and not v.superseded and not v.withdrawn
        limit 1) disability on true
      left join lateral (
        select h.household_id, h.address
        from need h
        where h.resident_id = any (own.ids) and num_nonnulls(h.household_id, h.address) > 0
        order by h.noted_at desc limit 1) home on true
      left join lateral (
        select m.household_id
        from household_member m
        where m.resident_id = any (own.ids)
        order by m.household_id desc limit 1) lives on true
      left join lateral (
        select c.trip_id
        from visit_claim_now c
        where c.who = any (coalesce(own.ids, array[w.need_id])) and c.settlement = w.settlement
        limit 1) claim on true
      where own.dead is not true
      """;

  private final AgroalDataSource database;
  private final OverviewSettings settings;

  @Inject
  WaitingPeople(AgroalDataSource database, OverviewSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * Everyone who may await a visit, rows of one person for each reason; whether a visit is due that
   * nobody asked for, the rules of priority decide.
   *
   * @param medicineDays how many days ahead of the stop the end of medicines is looked for
   * @param max rows at most; those for whom somebody asked come first
   */
  List<Waiting> list(List<Trip.Stop> stops, int medicineDays, int max) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(AT_STOPS + FACTS)) {
      query.setArray(
          1, connection.createArrayOf("uuid", stops.stream().map(Trip.Stop::id).toArray()));
      query.setArray(
          2, connection.createArrayOf("text", stops.stream().map(Trip.Stop::settlement).toArray()));
      query.setArray(
          3, connection.createArrayOf("date", stops.stream().map(Trip.Stop::on).toArray()));
      query.setInt(4, medicineDays);
      query.setInt(5, max);
      return read(query);
    } catch (SQLException e) {
      throw new IllegalStateException("Those who await a visit could not be read", e);
    }
  }

  /** What is known of those for whom somebody asked, on a day; none who has died. */
  List<Waiting> listOf(List<UUID> needIds, LocalDate day) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OF_NEEDS + FACTS)) {
      query.setObject(1, day);
      query.setArray(2, connection.createArrayOf("uuid", needIds.toArray()));
      return read(query);
    } catch (SQLException e) {
      throw new IllegalStateException("Needs could not be weighed", e);
    }
  }

  /** Whether a brigade that treats people is to make this stop, in this settlement. */
  boolean isStopAhead(UUID stopId, String settlement, LocalDate today) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select 1 from trip_stop s join trip t on t.id = s.trip_id where s.id = ?"
                    + " and s.settlement = ? and s.on_day >= ?"
                    + " and t.state in ('PLANNED', 'UNDER_WAY')"
                    + " and t.brigade_kind <> 'ADMINISTRATIVE'")) {
      query.setObject(1, stopId);
      query.setString(2, settlement);
      query.setObject(3, today);
      return query.executeQuery().next();
    } catch (SQLException e) {
      throw new IllegalStateException("The stop could not be read", e);
    }
  }

  private List<Waiting> read(PreparedStatement query) throws SQLException {
    var found = new ArrayList<Waiting>();
    var rows = query.executeQuery();
    while (rows.next()) {
      found.add(waiting(rows));
    }
    return found;
  }

  private Waiting waiting(ResultSet row) throws SQLException {
    var needId = row.getObject("need_id", UUID.class);
    var personId = row.getObject("person_id", UUID.class);
    var request =
        needId == null ? Optional.<Waiting.Asked>empty() : Optional.of(asked(row, needId));
    var person =
        personId == null
            ? Optional.<Waiting.OnRecord>empty()
            : Optional.of(onRecord(row, personId));
    return new Waiting(
        row.getObject("stop_id", UUID.class),
        day(row, "on_day"),
        request,
        person,
        Optional.ofNullable(row.getObject("taken_by", UUID.class)),
        home(row),
        request.isPresent() ? recorded(row).and(told(row)) : recorded(row));
  }

  private static Waiting.Asked asked(ResultSet row, UUID needId) throws SQLException {
    return new Waiting.Asked(
        needId,
        askedOn(row),
        row.getString("about"),
        row.getString("address"),
        row.getString("words"));
  }

  private static LocalDate askedOn(ResultSet row) throws SQLException {
    return LocalDate.ofInstant(row.getTimestamp("asked_at").toInstant(), KyivCalendar.KYIV);
  }

  private static Waiting.OnRecord onRecord(ResultSet row, UUID id) throws SQLException {
    var family = row.getString("family");
    var sex = row.getString("sex");
    return new Waiting.OnRecord(
        id,
        family == null
            ? null
            : new PersonName(family, row.getString("given"), row.getString("patronymic")),
        day(row, "birth_date"),
        sex == null ? null : Sex.valueOf(sex));
  }

  /** What this request tells comes before what an earlier one told. */
  private static Waiting.Home home(ResultSet row) throws SQLException {
    var address = row.getString(row.getString("address") == null ? "home_address" : "address");
    return new Waiting.Home(
        row.getObject("registered_household", UUID.class),
        row.getObject(
            row.getString("household_id") == null ? "home_household" : "household_id", UUID.class),
        address == null ? null : alike(address));
  }

  /** The same address in whatever case and punctuation it was written. */
  private static String alike(String address) {
    return address.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private PersonFacts recorded(ResultSet row) throws SQLException {
    var seenOn = day(row, "started_on");
    return new PersonFacts(
        day(row, "birth_date"),
        day(row, "pregnant_on"),
        day(row, "medicine_until"),
        openFollowUp(row, seenOn),
        day(row, "referred_on"),
        seenOn,
        row.getObject("person_id") != null,
        row.getBoolean("assessed"),
        false);
  }

  private LocalDate openFollowUp(ResultSet row, LocalDate seenOn) throws SQLException {
    var agreedOn = day(row, "follow_up_on");
    return agreedOn != null
            && FollowUpRule.isOpen(
                agreedOn, row.getBoolean("by_latest"), seenOn, settings.followUpEarlyMax())
        ? agreedOn
        : null;
  }

  private static PersonFacts told(ResultSet row) throws SQLException {
    var askedOn = askedOn(row);
    var years = row.getObject("told_age_years", Integer.class);
    var months = row.getObject("told_age_months", Integer.class);
    return new PersonFacts(
        years != null
            ? askedOn.minusYears(years)
            : months != null ? askedOn.minusMonths(months) : null,
        row.getBoolean("told_pregnant") ? askedOn : null,
        day(row, "told_until"),
        null,
        null,
        null,
        false,
        row.getBoolean("told_disability"),
        row.getBoolean("urgent"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
