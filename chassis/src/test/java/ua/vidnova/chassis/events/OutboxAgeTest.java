package ua.vidnova.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import ua.vidnova.chassis.testing.TestPlatform;

class OutboxAgeTest {

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final OutboxAge age = new OutboxAge(database);

  @BeforeEach
  void an_empty_outbox() {
    var made = TestPlatform.newDatabase();
    database.setUrl(made.url());
    database.setUser(made.user());
    database.setPassword(made.password());
    Flyway.configure().dataSource(database).locations("db/chassis").load().migrate();
  }

  @Test
  void the_oldest_event_of_any_shard_counts_until_it_is_published() throws SQLException {
    assertThat(age.seconds()).isZero();
    execute(
        "insert into outbox_event (shard, event_id, topic, event_key, type, data, occurred_at)"
            + " select shard, gen_random_uuid(), 'medical.visits', 'key', 'test', '{}',"
            + " now() - make_interval(secs => wait)"
            + " from (values (0, 30), (17, 90), (17, 20), (63, 60)) waiting (shard, wait)");

    assertThat(age.seconds()).isCloseTo(90, within(15.0));
    execute("delete from outbox_event where shard = 17");
    assertThat(age.seconds()).isCloseTo(60, within(15.0));
  }

  private void execute(String statement) throws SQLException {
    try (var connection = database.getConnection();
        var run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
