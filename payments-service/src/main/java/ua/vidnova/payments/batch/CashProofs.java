package ua.vidnova.payments.batch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/** What tills and delegated officials must show of what they say they handed out. */
@ApplicationScoped
class CashProofs {

  private static final String OF =
      """
      select i.id, b.channel, encode(v.code_sha256, 'hex') as code_sha256, v.valid_to,
             r.instruction_id is not null as has_receipt
      from instruction i
      join batch b on b.id = i.batch_id and b.channel in ('TILL', 'DELEGATE')
      left join voucher v on v.instruction_id = i.id
      left join cash_receipt_line r on r.instruction_id = i.id
      where i.id = any(?)
      """;

  private final AgroalDataSource database;

  @Inject
  CashProofs(AgroalDataSource database) {
    this.database = database;
  }

  /** By instruction; those that need none are left out. */
  Map<UUID, Proof> of(Collection<UUID> instructionIds) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OF)) {
      query.setArray(1, connection.createArrayOf("uuid", instructionIds.toArray()));
      var rows = query.executeQuery();
      var proofs = new HashMap<UUID, Proof>();
      while (rows.next()) {
        proofs.put(rows.getObject("id", UUID.class), proof(rows));
      }
      return proofs;
    } catch (SQLException e) {
      throw new IllegalStateException("Vouchers and receipts could not be read", e);
    }
  }

  /** Lists of before vouchers had codes need none. */
  private static Proof proof(ResultSet row) throws SQLException {
    if (Channel.valueOf(row.getString("channel")) == Channel.DELEGATE) {
      return new Proof.Receipt(row.getBoolean("has_receipt"));
    }
    var hash = row.getString("code_sha256");
    return hash == null
        ? new Proof.NotNeeded()
        : new Proof.Voucher(hash, row.getObject("valid_to", LocalDate.class));
  }
}
