package ua.vidnova.localstack.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.localstack.postgres.Database;

/**
 * Many invented awards that are paid from a month on, straight into the database of payments: for
 * measurements and tests of faults, where the way through registration and decisions would take
 * hours. All go to a bank account, which works everywhere.
 */
public final class ResumedAwards {
  private static final String SETTLEMENT = "UA44160030010058180";

  private static final String RESIDENTS =
      """
      insert into resident (id, settlement, family_name, given_name, birth_date, evidence_level,
                            identified_on, channel, told_iban, iban, account_confirmed_by,
                            account_confirmed_at, identity_told_at)
      select gen_random_uuid(), '%s', 'Вигадана', 'Особа', '1950-01-01', 'ORIGINAL', current_date,
             'BANK', account, account, 'invented', now(), now()
      from generate_series(1, ?) n, (values ('UA213223130000026007233566001')) known (account)
      """
          .formatted(SETTLEMENT);

  private static final String IMPORT =
      """
      insert into award_import (id, organisation, content_sha256, accepted, unchanged, refused,
                                imported_by, imported_at)
      values (?, '00035323', sha256('invented'), ?, 0, 0, 'invented', now())
      """;

  private static final String AWARDS =
      """
      insert into award
        (id, programme, organisation, rnokpp, family_name, given_name, birth_date,
         monthly_amount_minor, first_unpaid_month, stop_reason, fault, settlement, content_sha256,
         import_id, state, resident_id, current_from)
      select gen_random_uuid(), 'PENSION', '00035323',
             lpad((9000000000 + row_number() over ())::text, 10, '0'), 'Вигадана', 'Особа',
             '1950-01-01', 200000 + n %% 800000, ?, 'OCCUPIED_TERRITORY', 'PENSIONER', '%s',
             sha256('invented'), ?, 'RESUMED', id, ?
      from (select id, row_number() over () as n from resident where given_name = 'Особа'
            and not exists (select from award a where a.resident_id = resident.id)) invented
      """
          .formatted(SETTLEMENT);

  private ResumedAwards() {}

  /**
   * Makes them.
   *
   * @param from first day of the first month that is paid
   */
  public static void make(Database payments, int count, LocalDate from) {
    var importId = UUID.randomUUID();
    try (Connection connection = payments.connect()) {
      connection.setAutoCommit(false);
      execute(connection, RESIDENTS, count);
      execute(connection, IMPORT, importId, count);
      execute(connection, AWARDS, from, importId, from);
      connection.commit();
      connection.setAutoCommit(true);
      execute(connection, "analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
