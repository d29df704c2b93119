package ua.vidnova.payments.aidlist;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks up a list's residents and keeps its refusals, many at a time. */
@ApplicationScoped
class ListRows {

  /** The record that a number belongs to: of several of one person, the one that has lent it. */
  private static final String BY_NUMBER =
      """
      select r.rnokpp, (array_agg(r.id order by r.merged_into nulls last, r.id))[1] as id,
             count(distinct coalesce(r.merged_into, r.id)) as people
      from resident r where r.rnokpp = any(?) group by r.rnokpp
      """;

  private static final String PLACES =
      "select record_id, settlement from person where record_id = any(?)";

  /** Money of a list: how many units, how many of them paid, and the day of the last payment. */
  private static final String PAYMENT =
      """
      select g.list_id, count(*) as units, count(*) filter (where u.state = 'PAID') as paid,
             max(i.occurred_on) as last_on
      from aid_grant g
      join payable_unit u on u.award_id = g.award_id
      left join instruction i on i.unit_id = u.id and i.state = 'PAID'
      where g.list_id = any(?) and g.state = 'APPROVED'
      group by g.list_id
      """;

  private final AgroalDataSource database;

  @Inject
  ListRows(AgroalDataSource database) {
    this.database = database;
  }

  /** Who has which number. */
  record Holders(Map<String, UUID> residents, Set<String> claimedTwice) {}

  Holders holdersOf(List<ListLine> lines) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(BY_NUMBER)) {
      query.setArray(
          1,
          connection.createArrayOf(
              "text",
              lines.stream().map(ListLine::rnokpp).filter(Objects::nonNull).distinct().toArray()));
      var rows = query.executeQuery();
      var residents = new HashMap<String, UUID>();
      var twice = new HashSet<String>();
      while (rows.next()) {
        residents.put(rows.getString("rnokpp"), rows.getObject("id", UUID.class));
        if (rows.getInt("people") > 1) {
          twice.add(rows.getString("rnokpp"));
        }
      }
      return new Holders(residents, twice);
    } catch (SQLException e) {
      throw new IllegalStateException("Residents could not be looked up", e);
    }
  }

  /** Where residents live; those who are not known are absent, those of no place are empty. */
  Map<UUID, Optional<String>> placesOf(Collection<UUID> residentIds) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(PLACES)) {
      query.setArray(1, connection.createArrayOf("uuid", residentIds.toArray()));
      var rows = query.executeQuery();
      var places = new HashMap<UUID, Optional<String>>();
      while (rows.next()) {
        places.put(rows.getObject(1, UUID.class), Optional.ofNullable(rows.getString(2)));
      }
      return places;
    } catch (SQLException e) {
      throw new IllegalStateException("Residents could not be looked up", e);
    }
  }

  void insertRefusals(UUID listId, List<RefusedListLine> refusals) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into aid_list_refusal (list_id, line, field, code) select ?, line, field,"
                    + " code from unnest(?::integer[], ?::text[], ?::text[])"
                    + " as refused (line, field, code)")) {
      insert.setObject(1, listId);
      insert.setArray(
          2,
          connection.createArrayOf(
              "integer", refusals.stream().map(RefusedListLine::line).toArray()));
      insert.setArray(
          3,
          connection.createArrayOf(
              "text", refusals.stream().map(RefusedListLine::field).toArray()));
      insert.setArray(
          4,
          connection.createArrayOf("text", refusals.stream().map(RefusedListLine::code).toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Refusals could not be written", e);
    }
  }

  /** The refusals behind a position, in the order of lines, fields and codes. */
  List<RefusedListLine> listRefusals(UUID listId, RefusedListLine after, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select line, field, code from aid_list_refusal where list_id = ?"
                    + " and (line, field, code) > (?, ?, ?) order by line, field, code limit ?")) {
      query.setObject(1, listId);
      query.setInt(2, after.line());
      query.setString(3, after.field());
      query.setString(4, after.code());
      query.setInt(5, limit);
      var rows = query.executeQuery();
      var refusals = new ArrayList<RefusedListLine>();
      while (rows.next()) {
        refusals.add(new RefusedListLine(rows.getInt(1), rows.getString(2), rows.getString(3)));
      }
      return refusals;
    } catch (SQLException e) {
      throw new IllegalStateException("Refusals could not be read", e);
    }
  }

  /**
   * How far the payment of a list has come.
   *
   * @param lastOn the day of the last payment; null before the first
   */
  record Payment(int units, int paid, LocalDate lastOn) {

    static final Payment NONE = new Payment(0, 0, null);
  }

  /** The payment of approved lists; lists without units are absent. */
  Map<UUID, Payment> paymentOf(Collection<UUID> listIds) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(PAYMENT)) {
      query.setArray(1, connection.createArrayOf("uuid", listIds.toArray()));
      var rows = query.executeQuery();
      var payments = new HashMap<UUID, Payment>();
      while (rows.next()) {
        payments.put(
            rows.getObject("list_id", UUID.class),
            new Payment(
                rows.getInt("units"),
                rows.getInt("paid"),
                rows.getObject("last_on", LocalDate.class)));
      }
      return payments;
    } catch (SQLException e) {
      throw new IllegalStateException("The payment of lists could not be read", e);
    }
  }
}
