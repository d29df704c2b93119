package ua.vidnova.payments.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/**
 * Has sessions of the database die in the middle of what they write, as they do with the process
 * that holds them. Which statement is the last is counted by a sequence, which no rollback takes
 * back.
 */
@ApplicationScoped
public class DyingSessions {

  private static final String DIE =
      """
      create or replace function test_die() returns trigger language plpgsql as $$
      begin
        if nextval('test_statement') % tg_argv[0]::integer = 0 then
          perform pg_terminate_backend(pg_backend_pid());
        end if;
        return null;
      end $$
      """;

  @Inject Books books;

  /** From now on until it is closed, sessions die. */
  public final class Dying implements AutoCloseable {

    private final String table;
    private final int every;

    private Dying(String table, int every) {
      this.table = table;
      this.every = every;
    }

    /** How many have died. */
    public long count() {
      return books.count(
              "select case when is_called then last_value else 0 end as count from test_statement")
          / every;
    }

    @Override
    public void close() throws SQLException {
      books.execute("drop trigger test_die on " + table);
      books.execute("drop sequence test_statement");
    }
  }

  /**
   * Lets each so many-th statement that inserts into a table or updates it be the last of its
   * session.
   *
   * @param every more than the statements of one transaction, or none would ever come to its end
   */
  public Dying at(String table, int every) throws SQLException {
    books.execute("create sequence test_statement");
    books.execute(DIE);
    books.execute(
        "create trigger test_die after insert or update on %s for each statement execute function test_die('%d')"
            .formatted(table, every));
    return new Dying(table, every);
  }
}
