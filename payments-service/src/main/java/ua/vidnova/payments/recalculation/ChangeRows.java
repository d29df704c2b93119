package ua.vidnova.payments.recalculation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.derivation.Derivation;
import ua.vidnova.payments.derivation.StoredSteps;
import ua.vidnova.payments.recalculation.RecalculationRule.Change;
import ua.vidnova.payments.recalculation.RecalculationRule.Difference;

/** Adds what awards' amounts became: derivations, amounts in force, units and differences. */
@ApplicationScoped
class ChangeRows {

  private static final String DERIVATION =
      "insert into derivation (id, award_id, recalculation_id, correction_id, facts, made_at)"
          + " values (?, ?, ?, ?, ?::jsonb, ?)";

  private static final String DERIVED =
      "insert into derived_amount (derivation_id, month, amount_minor, steps)"
          + " values (?, ?, ?, ?::jsonb)";

  private static final String IN_FORCE =
      "insert into award_amount (award_id, from_month, amount_minor, derivation_id)"
          + " values (?, ?, ?, ?)";

  private static final String RISE =
      "insert into payable_unit (id, award_id, month, amount_minor, currency, kind,"
          + " scheduled_period, state, derivation_id)"
          + " values (?, ?, ?, ?, 'UAH', 'DIFFERENCE', ?, 'OUTSTANDING', ?)";

  private static final String LAPSE =
      "update difference set lapsed_at = ? where award_id = ? and month = ?"
          + " and kind = 'AMOUNT_FELL' and lapsed_at is null";

  private static final String FALL =
      "insert into difference (id, kind, award_id, month, amount_minor, currency, opened_at)"
          + " values (?, 'AMOUNT_FELL', ?, ?, ?, 'UAH', ?)";

  private final AgroalDataSource database;
  private final StoredSteps steps;

  @Inject
  ChangeRows(AgroalDataSource database, StoredSteps steps) {
    this.database = database;
    this.steps = steps;
  }

  /** Why awards were derived anew: exactly one of the two. */
  record Reason(UUID recalculationId, UUID correctionId) {}

  void write(Reason reason, List<Change> changes, Instant at) {
    try (var connection = database.getConnection();
        var statements = new Statements(connection, Timestamp.from(at))) {
      for (var change : changes) {
        statements.add(reason, change, steps);
      }
      statements.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("Changed amounts could not be written", e);
    }
  }

  /** One batch of each kind of row. */
  private static final class Statements implements AutoCloseable {

    private final Timestamp at;
    private final PreparedStatement derivation;
    private final PreparedStatement derived;
    private final PreparedStatement inForce;
    private final PreparedStatement rise;
    private final PreparedStatement lapse;
    private final PreparedStatement fall;

    Statements(Connection connection, Timestamp at) throws SQLException {
      this.at = at;
      derivation = connection.prepareStatement(DERIVATION);
      derived = connection.prepareStatement(DERIVED);
      inForce = connection.prepareStatement(IN_FORCE);
      rise = connection.prepareStatement(RISE);
      lapse = connection.prepareStatement(LAPSE);
      fall = connection.prepareStatement(FALL);
    }

    void add(Reason reason, Change change, StoredSteps steps) throws SQLException {
      var id = Ids.newId();
      var award = change.award();
      var facts = new Derivation.Facts(award.facts(), null, null, award.currentFrom(), Set.of());
      batch(
          derivation,
          id,
          award.awardId(),
          reason.recalculationId(),
          reason.correctionId(),
          steps.write(facts),
          at);
      for (var month : change.derived()) {
        batch(derived, id, day(month.month()), month.amountMinor(), steps.write(month.steps()));
      }
      for (var month : change.inForce()) {
        batch(inForce, award.awardId(), day(month.month()), month.amountMinor(), id);
      }
      for (var one : change.rises()) {
        addRise(award.awardId(), id, one);
      }
      for (var month : change.lapsed()) {
        batch(lapse, at, award.awardId(), day(month));
      }
      for (var one : change.falls()) {
        batch(fall, Ids.newId(), award.awardId(), day(one.month()), one.amountMinor(), at);
      }
    }

    private void addRise(UUID awardId, UUID derivationId, Difference one) throws SQLException {
      batch(
          rise,
          Ids.newId(),
          awardId,
          day(one.month()),
          one.amountMinor(),
          day(one.period()),
          derivationId);
    }

    private static Object day(YearMonth month) {
      return month.atDay(1);
    }

    private static void batch(PreparedStatement statement, Object... parameters)
        throws SQLException {
      for (var i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.addBatch();
    }

    /** In the order in which rows refer to each other; what lapsed makes room for what fell. */
    void execute() throws SQLException {
      for (var statement : List.of(derivation, derived, inForce, rise, lapse, fall)) {
        statement.executeBatch();
      }
    }

    @Override
    public void close() throws SQLException {
      for (var statement : List.of(derivation, derived, inForce, rise, lapse, fall)) {
        statement.close();
      }
    }
  }
}
