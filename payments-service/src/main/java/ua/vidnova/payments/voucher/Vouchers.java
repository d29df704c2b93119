package ua.vidnova.payments.voucher;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Codes of vouchers, each in one place until it is used: none is in a file, an event or a log. */
@ApplicationScoped
public class Vouchers {

  private static final String MAKE =
      """
      insert into voucher (instruction_id, code, code_sha256, valid_to)
      select i.id, v.code, sha256(convert_to(v.code, 'UTF8')), ?
      from (select id, row_number() over (order by id) as place
            from instruction where batch_id = ? and state = 'ISSUED') i
      join unnest(?::text[]) with ordinality v (code, place) on v.place = i.place
      """;

  private static final String OPEN =
      """
      select v.instruction_id, i.batch_id, c.name, u.amount_minor, b.pay_on, v.valid_to,
             i.day_reason, v.code
      from voucher v
      join instruction i on i.id = v.instruction_id
      join batch b on b.id = i.batch_id
      join cash_point c on c.id = b.cash_point_id
      join payable_unit u on u.id = i.unit_id
      join award a on a.id = u.award_id
      join person r on r.record_id = a.resident_id
      where r.id = ? and v.code is not null and v.valid_to >= ?
      order by v.valid_to, v.instruction_id
      """;

  private final AgroalDataSource database;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Vouchers(AgroalDataSource database) {
    this.database = database;
  }

  /** Gives each instruction of a till's list its code, when the list is handed over. */
  public void make(UUID batchId, LocalDate validTo) {
    try (var connection = database.getConnection();
        var count =
            connection.prepareStatement(
                "select count(*) from instruction where batch_id = ? and state = 'ISSUED'");
        var insert = connection.prepareStatement(MAKE)) {
      count.setObject(1, batchId);
      var counted = count.executeQuery();
      counted.next();
      var codes = new String[counted.getInt(1)];
      for (var i = 0; i < codes.length; i++) {
        codes[i] = VoucherCode.next(random);
      }
      insert.setObject(1, validTo);
      insert.setObject(2, batchId);
      insert.setArray(3, connection.createArrayOf("text", codes));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Vouchers could not be made", e);
    }
  }

  /** A person's vouchers that can still be used. */
  List<Voucher> openOf(UUID personId, LocalDate today) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OPEN)) {
      query.setObject(1, personId);
      query.setObject(2, today);
      var rows = query.executeQuery();
      var vouchers = new ArrayList<Voucher>();
      while (rows.next()) {
        vouchers.add(
            new Voucher(
                rows.getObject("instruction_id", UUID.class),
                rows.getObject("batch_id", UUID.class),
                rows.getString("name"),
                rows.getLong("amount_minor"),
                rows.getObject("pay_on", LocalDate.class),
                rows.getObject("valid_to", LocalDate.class),
                rows.getString("day_reason"),
                VoucherCode.grouped(rows.getString("code"))));
      }
      return vouchers;
    } catch (SQLException e) {
      throw new IllegalStateException("Vouchers could not be read", e);
    }
  }
}
