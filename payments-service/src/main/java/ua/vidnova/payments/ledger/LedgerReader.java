package ua.vidnova.payments.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/** Accounts with their balances, and the entries that make them. */
@ApplicationScoped
public class LedgerReader {

  private static final String BALANCE_OF_AWARD =
      """
      select coalesce(sum(case e.credit_account when u.award_id then e.amount_minor
                          else -e.amount_minor end), 0)
      from payable_unit u join ledger_entry e on e.unit_id = u.id
      where u.award_id = ? and u.award_id in (e.debit_account, e.credit_account)
      """;

  /** One look through the whole ledger: these accounts are in nearly every entry. */
  private static final String BALANCES_OF_SHARED =
      """
      select a.id, sum(side.amount_minor)
      from ledger_entry e
      cross join lateral (values (e.credit_account, e.amount_minor),
                                 (e.debit_account, -e.amount_minor)) side (account, amount_minor)
      join ledger_account a on a.id = side.account and a.kind <> 'AWARD'
      group by a.id
      """;

  private static final String BEFORE =
      """
       ? in (e.debit_account, e.credit_account) and (?::uuid is null or e.id < ?::uuid)
      order by e.id desc limit ?
      """;

  private static final String ENTRIES_OF_AWARD =
      "select e.* from payable_unit u join ledger_entry e on e.unit_id = u.id"
          + " where u.award_id = ? and"
          + BEFORE;

  private static final String ENTRIES_OF_SHARED = "select e.* from ledger_entry e where" + BEFORE;

  private static final String OF_AWARD =
      "select a.id, l.kind, l.programme, l.partner, l.channel, a.resident_id from ledger_account l"
          + " join award a on a.id = l.id left join person r on r.record_id = a.resident_id"
          + " where l.id = ? and coalesce(r.settlement, a.settlement) = any(?)";

  private static final String NOT_OF_AWARD =
      "select id, kind, programme, partner, channel, null::uuid as resident_id from ledger_account"
          + " where kind <> 'AWARD' and (?::uuid is null or id = ?) order by kind, programme,"
          + " partner, channel";

  private final AgroalDataSource database;

  @Inject
  LedgerReader(AgroalDataSource database) {
    this.database = database;
  }

  /** What an account is for; see the comment on its table. */
  public enum Kind {
    PROGRAMME_COST,
    PROGRAMME_FUND,
    AWARD,
    IN_TRANSIT,
    HEIRS
  }

  /**
   * An account.
   *
   * @param residentId whose award it is; null for others, and until an award is somebody's
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Account(
      UUID id, Kind kind, String programme, String partner, Channel channel, UUID residentId) {}

  /** Why an entry was booked; see the triggers. */
  public enum EntryKind {
    ACCRUED,
    ISSUED,
    SETTLED,
    CAME_BACK,
    RETURNED,
    UNPAID_ON_DEATH,
    NOT_DUE,
    OWED_AGAIN,
    PASSED_TO_HEIRS
  }

  /** One entry; kopiykas. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      UUID id,
      EntryKind kind,
      UUID debitAccount,
      UUID creditAccount,
      long amountMinor,
      UUID unitId,
      UUID instructionId,
      Instant bookedAt) {}

  /** The accounts of programmes and partners, a few each. */
  public List<Account> listShared() {
    return shared(null);
  }

  /** An account of a programme or partner, or of an award whose person lives in the settlements. */
  public Optional<Account> find(UUID id, Collection<String> settlements) {
    var shared = shared(id);
    return shared.isEmpty() ? ofAward(id, settlements) : Optional.of(shared.getFirst());
  }

  private List<Account> shared(UUID id) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(NOT_OF_AWARD)) {
      query.setObject(1, id);
      query.setObject(2, id);
      var rows = query.executeQuery();
      var accounts = new ArrayList<Account>();
      while (rows.next()) {
        accounts.add(account(rows));
      }
      return accounts;
    } catch (SQLException e) {
      throw new IllegalStateException("Accounts could not be read", e);
    }
  }

  private Optional<Account> ofAward(UUID id, Collection<String> settlements) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OF_AWARD)) {
      query.setObject(1, id);
      query.setArray(2, connection.createArrayOf("text", settlements.toArray()));
      var row = query.executeQuery();
      return row.next() ? Optional.of(account(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("The account could not be read", e);
    }
  }

  /** Credits less debits of an award's account, in kopiykas. */
  public long balanceOfAward(UUID awardId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(BALANCE_OF_AWARD)) {
      query.setObject(1, awardId);
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The balance could not be derived", e);
    }
  }

  /** Credits less debits of programmes' and partners' accounts, in kopiykas; those with entries. */
  public Map<UUID, Long> balancesOfShared() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(BALANCES_OF_SHARED)) {
      var rows = query.executeQuery();
      var balances = new HashMap<UUID, Long>();
      while (rows.next()) {
        balances.put(rows.getObject(1, UUID.class), rows.getLong(2));
      }
      return balances;
    } catch (SQLException e) {
      throw new IllegalStateException("Balances could not be derived", e);
    }
  }

  /** Latest first. */
  public List<Entry> listBefore(Account account, Optional<UUID> before, int limit) {
    var ofAward = account.kind() == Kind.AWARD;
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(ofAward ? ENTRIES_OF_AWARD : ENTRIES_OF_SHARED)) {
      var place = 1;
      if (ofAward) {
        query.setObject(place++, account.id());
      }
      query.setObject(place++, account.id());
      query.setObject(place++, before.orElse(null));
      query.setObject(place++, before.orElse(null));
      query.setInt(place, limit);
      var rows = query.executeQuery();
      var entries = new ArrayList<Entry>();
      while (rows.next()) {
        entries.add(entry(rows));
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException("Entries could not be read", e);
    }
  }

  private static Account account(ResultSet row) throws SQLException {
    var channel = row.getString("channel");
    return new Account(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("programme"),
        row.getString("partner"),
        channel == null ? null : Channel.valueOf(channel),
        row.getObject("resident_id", UUID.class));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        EntryKind.valueOf(row.getString("kind")),
        row.getObject("debit_account", UUID.class),
        row.getObject("credit_account", UUID.class),
        row.getLong("amount_minor"),
        row.getObject("unit_id", UUID.class),
        row.getObject("instruction_id", UUID.class),
        row.getTimestamp("booked_at").toInstant());
  }
}
