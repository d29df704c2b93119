package ua.vidnova.payments.awardimport;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.award.StopReason;

/** Reads what an import told of an award, and writes what its organisation states instead. */
@ApplicationScoped
public class ImportedFacts {

  private static final String FIND =
      """
      select id from award
      where organisation = ? and programme = 'PENSION' and rnokpp = ? and import_id is not null
      """;

  private static final String READ =
      """
      select rnokpp, family_name, given_name, patronymic, birth_date, monthly_amount_minor,
             first_unpaid_month, stop_reason, fault, settlement, pension_kind, granted_on,
             base_amount_minor, insurance_years, working, sex
      from award where id = ? and import_id is not null
      """;

  private static final String WRITE =
      """
      update award
      set monthly_amount_minor = ?, pension_kind = ?, granted_on = ?, base_amount_minor = ?,
          insurance_years = ?, working = ?, sex = ?, content_sha256 = ?, version = version + 1
      where id = ?
      """;

  private final AgroalDataSource database;

  @Inject
  ImportedFacts(AgroalDataSource database) {
    this.database = database;
  }

  /** The award that an organisation told of a number. */
  public Optional<UUID> findAward(String organisation, String rnokpp) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(FIND)) {
      query.setString(1, organisation);
      query.setString(2, rnokpp);
      var rows = query.executeQuery();
      return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("An award could not be looked for", e);
    }
  }

  /** What is known of an imported award now. */
  public StatedFacts get(UUID awardId) {
    try (var connection = database.getConnection()) {
      var line = line(connection, awardId);
      return new StatedFacts(line.monthlyAmountMinor(), line.details());
    } catch (SQLException e) {
      throw new IllegalStateException("Facts of an award could not be read", e);
    }
  }

  /**
   * Writes facts as if the award's line had told them, so that a line that tells them now says
   * nothing new.
   */
  public void correct(UUID awardId, StatedFacts facts) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(WRITE)) {
      var details = facts.details();
      update.setLong(1, facts.monthlyAmountMinor());
      update.setString(2, name(details.kind()));
      update.setObject(3, details.grantedOn());
      update.setObject(4, details.baseAmountMinor());
      update.setObject(5, details.insuranceYears());
      update.setObject(6, details.working());
      update.setString(7, name(details.sex()));
      update.setBytes(8, line(connection, awardId).stating(facts).contentSha256());
      update.setObject(9, awardId);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Facts of an award could not be corrected", e);
    }
  }

  private static AwardLine line(Connection connection, UUID awardId) throws SQLException {
    try (var query = connection.prepareStatement(READ)) {
      query.setObject(1, awardId);
      var row = query.executeQuery();
      if (!row.next()) {
        throw new IllegalStateException("Award " + awardId + " was not imported");
      }
      return new AwardLine(
          0,
          row.getString("rnokpp"),
          row.getString("family_name"),
          row.getString("given_name"),
          Objects.requireNonNullElse(row.getString("patronymic"), ""),
          row.getObject("birth_date", LocalDate.class),
          row.getLong("monthly_amount_minor"),
          YearMonth.from(row.getObject("first_unpaid_month", LocalDate.class)),
          StopReason.valueOf(row.getString("stop_reason")),
          Fault.valueOf(row.getString("fault")),
          row.getString("settlement"),
          details(row));
    }
  }

  private static PensionDetails details(ResultSet row) throws SQLException {
    var kind = row.getString("pension_kind");
    var sex = row.getString("sex");
    return new PensionDetails(
        kind == null ? null : PensionKind.valueOf(kind),
        row.getObject("granted_on", LocalDate.class),
        row.getObject("base_amount_minor", Long.class),
        row.getObject("insurance_years", Integer.class),
        row.getObject("working", Boolean.class),
        sex == null ? null : Sex.valueOf(sex));
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
