package ua.vidnova.payments.channel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;

/** Lists whose accounts wait for another person, by resident. */
@ApplicationScoped
public class ProposedAccounts {

  private static final String LIST =
      """
      select w.*
      from (
        select p.resident_id, p.proposed_by, p.proposed_at as since
        from payment_preference p
        where p.proposed_by is not null
        union all
        select r.id, null, r.identity_told_at
        from resident r
        where r.told_iban is distinct from r.iban and r.merged_into is null
          and not exists (
            select from payment_preference p
            where p.resident_id = r.id and (p.proposed_by is not null or p.iban is not null))) w
      join resident r on r.id = w.resident_id
      where r.settlement = any(?) and r.id > ?
      order by r.id limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  ProposedAccounts(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Who wrote down a resident's account; the account itself is read in their statement.
   *
   * @param proposedBy null when the registry told of it
   */
  public record Waiting(UUID residentId, String proposedBy, Instant proposedAt) {}

  public List<Waiting> list(Collection<String> settlements, Optional<UUID> after, int limit) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(2, after.orElse(new UUID(0, 0)));
      query.setInt(3, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<Waiting>();
      while (rows.next()) {
        found.add(
            new Waiting(
                rows.getObject("resident_id", UUID.class),
                rows.getString("proposed_by"),
                Statements.instant(rows, "since")));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Proposed accounts could not be listed", e);
    }
  }
}
