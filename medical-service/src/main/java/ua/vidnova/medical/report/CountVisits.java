package ua.vidnova.medical.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.medical.mds.AgeBand;

/**
 * Counts the visits that stand: neither corrected since nor withdrawn. One statement, so that all
 * counts are of one moment; visits that are alike are counted together before their items are.
 */
@ApplicationScoped
class CountVisits {

  private static final String COUNT =
      """
      with visited as not materialized (
        select id, trip_id, settlement, reported_items, started_at, coalesce(ended_at, started_at) as ended_at,
          case
            when age_years < 1 then 'UNDER_1'
            when age_years < 5 then 'FROM_1_TO_4'
            when age_years < 18 then 'FROM_5_TO_17'
            when age_years < 65 then 'FROM_18_TO_64'
            when age_years >= 65 then 'FROM_65'
          end as age
        from visit
        where not superseded and not withdrawn and started_on between ? and ? and %s
      ),
      alike as materialized (
        select age, reported_items, count(*) as visits from visited group by age, reported_items
      ),
      odd as (
        select 'SEX_OR_AGE_UNKNOWN' as code, null::smallint as item, id from visited where age is null
        union all
        select 'TOO_YOUNG_FOR_ITEM', item, id from visited, unnest(reported_items) as item
        where age in ('UNDER_1', 'FROM_1_TO_4') and item between 33 and 35
      )
      select 'ITEM' as kind, null as name, item, age, sum(visits)::bigint as visits,
        null::timestamptz as first_at, null::timestamptz as last_at, null::uuid[] as ids
      from alike, unnest(reported_items) as item group by item, age
      union all
      select 'ITEM', null, mds_item_of(flag), age, count(*), null, null, null
      from visited join visit_protection on visit_id = id
      where not reported_items @> array[mds_item_of(flag)] group by mds_item_of(flag), age
      union all
      select 'AGE', null, null, age, sum(visits)::bigint, null, null, null from alike group by age
      union all
      select 'PLACE', settlement, null, null, count(*), min(started_at), max(ended_at), null
      from visited group by settlement
      union all
      select 'TEAM', brigade_name, null, null, null, null, null, null
      from trip t where t.id in (select trip_id from visited) group by brigade_name
      union all
      select 'FINDING', code, item, null, count(*), null, null,
        (array_agg(origin_id order by origin_id))[1:100]
      from odd join visit using (id) group by code, item
      order by kind, name, item, age
      """;

  private final AgroalDataSource database;

  @Inject
  CountVisits(AgroalDataSource database) {
    this.database = database;
  }

  Counts count(Scope scope, Days days) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COUNT.formatted(condition(scope)))) {
      query.setObject(1, days.from());
      query.setObject(2, days.to());
      bind(query, scope, connection);
      return read(query.executeQuery());
    } catch (SQLException e) {
      throw new IllegalStateException("Visits could not be counted", e);
    }
  }

  private static String condition(Scope scope) {
    return switch (scope) {
      case Scope.Area area -> "settlement = any(?)";
      case Scope.Brigade brigade -> "trip_id in (select t.id from trip t where t.brigade_id = ?)";
      case Scope.Trip trip -> "trip_id = ?";
    };
  }

  private static void bind(PreparedStatement query, Scope scope, Connection connection)
      throws SQLException {
    switch (scope) {
      case Scope.Area area ->
          query.setArray(3, connection.createArrayOf("text", area.settlements().toArray()));
      case Scope.Brigade brigade -> query.setObject(3, brigade.id());
      case Scope.Trip trip -> query.setObject(3, trip.id());
    }
  }

  private static Counts read(ResultSet row) throws SQLException {
    var items = new ArrayList<Counts.OfItem>();
    var ages = new ArrayList<Counts.OfAge>();
    var places = new ArrayList<Counts.OfPlace>();
    var teams = new ArrayList<String>();
    var findings = new ArrayList<Finding>();
    while (row.next()) {
      var visits = row.getLong("visits");
      switch (row.getString("kind")) {
        case "ITEM" -> items.add(new Counts.OfItem(row.getInt("item"), age(row), visits));
        case "AGE" -> ages.add(new Counts.OfAge(age(row), visits));
        case "PLACE" ->
            places.add(
                new Counts.OfPlace(
                    row.getString("name"), visits, time(row, "first_at"), time(row, "last_at")));
        case "TEAM" -> teams.add(row.getString("name"));
        case "FINDING" ->
            findings.add(
                new Finding(
                    Finding.Code.valueOf(row.getString("name")),
                    row.getObject("item", Integer.class),
                    visits,
                    List.of((UUID[]) row.getArray("ids").getArray())));
        case String unknown -> throw new IllegalStateException("No such count: " + unknown);
      }
    }
    return new Counts(items, ages, places, teams, findings);
  }

  private static AgeBand age(ResultSet row) throws SQLException {
    var age = row.getString("age");
    return age == null ? null : AgeBand.valueOf(age);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
