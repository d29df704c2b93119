package ua.vidnova.payments.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.SuspensionGround;

/**
 * Whose payment ends on 31 December of a year unless they are identified or declare first, by
 * settlement, so that a visit can come before the day.
 */
@ApplicationScoped
public class Campaign {

  /** The order comes first (offset 0 keeps it there): only what is on the page is then judged. */
  private static final String LIST =
      """
      select place.*, due.*
      from (
        select p.settlement, a.id as award_id, p.id as person_id, p.family_name, p.given_name,
               p.patronymic, p.phone
        from award a
        join person p on p.record_id = a.resident_id
        where a.state = 'RESUMED' and p.settlement = any(?) and (p.settlement, a.id) > (?, ?)
        order by p.settlement, a.id offset 0) place
      cross join lateral (
        select min(c.due_on) as due_on, max(c.identified_on) as identified_on,
               max(c.declared_on) as declared_on, array_agg(c.ground order by c.ground) as grounds,
               max(n.noticed_on) as noticed_on
        from cut_off(?) c
        left join suspension_notice n using (award_id, ground, due_on)
        where c.award_id = place.award_id and c.due_on <= ?
        having count(*) > 0) due
      limit ?
      """;

  private static final String COUNT =
      """
      select p.settlement, count(distinct c.award_id) as awards,
             count(*) filter (where c.ground = 'NO_IDENTIFICATION') as unidentified,
             count(*) filter (where c.ground = 'NO_DECLARATION') as undeclared
      from cut_off(?) c
      join person p on p.record_id = c.resident_id
      where c.due_on <= ? and p.settlement = any(?) and p.settlement > ?
      group by p.settlement order by p.settlement limit ?
      """;

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  Campaign(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** Place in the list, which is in the order of settlements and awards. */
  public record Position(String settlement, UUID awardId) {

    public static final Position START = new Position("", new UUID(0, 0));
  }

  /**
   * An award that would be suspended. Names and phone are personal data for the trip's list alone.
   *
   * @param noticedOn null while the person was not warned
   */
  public record Due(
      Position position,
      UUID residentId,
      String familyName,
      String givenName,
      String patronymic,
      String phone,
      LocalDate identifiedOn,
      LocalDate declaredOn,
      LocalDate dueOn,
      List<SuspensionGround> grounds,
      LocalDate noticedOn) {

    @Override
    public String toString() {
      return "Due[" + position + "]";
    }
  }

  /** How many awards of a settlement would be suspended, and why. */
  public record SettlementCount(
      String settlement, long awards, long unidentified, long undeclared) {}

  public List<Due> list(Year year, Collection<String> settlements, Position after, int limit) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setString(2, after.settlement());
      query.setObject(3, after.awardId());
      query.setObject(4, calendar.today());
      query.setObject(5, dayAfter(year));
      query.setInt(6, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<Due>();
      while (rows.next()) {
        found.add(due(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The campaign could not be listed", e);
    }
  }

  public List<SettlementCount> count(
      Year year, Collection<String> settlements, String after, int limit) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COUNT)) {
      query.setObject(1, calendar.today());
      query.setObject(2, dayAfter(year));
      query.setArray(3, connection.createArrayOf("text", settlements.toArray()));
      query.setString(4, after);
      query.setInt(5, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<SettlementCount>();
      while (rows.next()) {
        found.add(
            new SettlementCount(
                rows.getString("settlement"),
                rows.getLong("awards"),
                rows.getLong("unidentified"),
                rows.getLong("undeclared")));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The campaign could not be counted", e);
    }
  }

  private static LocalDate dayAfter(Year year) {
    return year.plusYears(1).atDay(1);
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        new Position(row.getString("settlement"), row.getObject("award_id", UUID.class)),
        row.getObject("person_id", UUID.class),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getString("patronymic"),
        row.getString("phone"),
        row.getObject("identified_on", LocalDate.class),
        row.getObject("declared_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Arrays.stream((String[]) row.getArray("grounds").getArray())
            .map(SuspensionGround::valueOf)
            .toList(),
        row.getObject("noticed_on", LocalDate.class));
  }
}
