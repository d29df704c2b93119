package ua.vidnova.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.thing.TestDatabaseReader;

@QuarkusTest
@WithPlatform
@ActivateRequestContext
class ProveAuditEntryTest {

  private static final UUID SUBJECT = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01");
  private static final UUID FIRST = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a02");
  private static final UUID MIDDLE = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a03");
  private static final UUID LAST = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a04");

  @Inject AuditTrail trail;
  @Inject ProveAuditEntry proveAuditEntry;
  @Inject TestDatabaseReader database;

  /** One transaction keeps to one lane, so these three are neighbours. */
  @BeforeEach
  void three_entries_side_by_side() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              trail.wrote("printed", "paper", FIRST, SUBJECT);
              trail.wrote("printed", "paper", MIDDLE, SUBJECT);
              trail.wrote("printed", "paper", LAST, SUBJECT);
            });
    database.execute("alter table audit_entry disable trigger all");
  }

  @AfterEach
  void a_whole_trail_for_the_next_test() {
    database.execute("truncate audit_entry");
    database.execute("update audit_lane set position = 0, hash = decode(repeat('00', 32), 'hex')");
    database.execute("alter table audit_entry enable trigger all");
  }

  @Test
  void an_entry_holds_at_the_beginning_in_the_middle_and_at_the_end_of_a_lane() {
    assertThat(holds(FIRST)).isTrue();
    assertThat(holds(MIDDLE)).isTrue();
    assertThat(holds(LAST)).isTrue();
  }

  @Test
  void an_entry_is_found_by_all_that_it_says() {
    assertThat(proveAuditEntry.holds("read", "paper", MIDDLE, SUBJECT)).isFalse();
    assertThat(proveAuditEntry.holds("printed", "thing", MIDDLE, SUBJECT)).isFalse();
    assertThat(proveAuditEntry.holds("printed", "paper", UUID.randomUUID(), SUBJECT)).isFalse();
    assertThat(proveAuditEntry.holds("printed", "paper", MIDDLE, UUID.randomUUID())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'someone' where object_id = '%2$s'",
        "update audit_entry set occurred_at = occurred_at - interval '1 day' where object_id = '%2$s'",
        "update audit_entry set hash = sha256('x') where object_id = '%2$s'",
        "update audit_entry set hash = sha256('x') where object_id = '%1$s'",
        "update audit_entry set actor = 'someone' where object_id = '%3$s'",
        "delete from audit_entry where object_id = '%1$s'",
        "delete from audit_entry where object_id = '%2$s'",
        "delete from audit_entry where object_id = '%3$s'"
      })
  void an_entry_beside_which_something_was_changed_does_not_hold(String sql) {
    database.execute(sql.formatted(FIRST, MIDDLE, LAST));
    assertThat(holds(MIDDLE)).isFalse();
  }

  @Test
  void an_end_that_was_replaced_does_not_hold() {
    database.execute("update audit_lane set hash = sha256('x') where position > 0");
    assertThat(holds(LAST)).isFalse();
    assertThat(holds(MIDDLE)).isTrue();
  }

  private boolean holds(UUID objectId) {
    return proveAuditEntry.holds("printed", "paper", objectId, SUBJECT);
  }
}
