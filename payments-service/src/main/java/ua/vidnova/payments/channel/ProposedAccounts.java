package ua.vidnova.payments.channel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists whose accounts wait for another person, by resident. */
@ApplicationScoped
public class ProposedAccounts {

  private static final String LIST =
      """
      select p.resident_id, p.proposed_by, p.proposed_at
      from payment_preference p
      join resident r on r.id = p.resident_id
      where p.proposed_by is not null and r.settlement = any(?) and p.resident_id > ?
      order by p.resident_id limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  ProposedAccounts(AgroalDataSource database) {
    this.database = database;
  }

  /** Who wrote down a resident's account; the account itself is read in their statement. */
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
                rows.getObject("proposed_at", OffsetDateTime.class).toInstant()));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Proposed accounts could not be listed", e);
    }
  }
}
