package ua.vidnova.chassis.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;

/**
 * Which outbox shards this relay may publish. Relays that are alive share the shards evenly; one
 * that stops renewing loses its shards when its lease ends, by the database's clock.
 */
final class ShardLeases {

  private final UUID relay;
  private final Duration lease;

  ShardLeases(UUID relay, Duration lease) {
    this.relay = relay;
    this.lease = lease;
  }

  /** Renews, gives up what is above the fair share, takes what is free; returns what is owned. */
  List<Short> renew(Connection connection) throws SQLException {
    var share = fairShare(connection);
    Statements.execute(
        connection,
        "update outbox_shard set leased_until = now() + make_interval(secs => ?)"
            + " where owner = ? and shard in (select shard from outbox_shard"
            + "   where owner = ? order by shard limit ?)",
        seconds(),
        relay,
        relay,
        share);
    Statements.execute(
        connection,
        "update outbox_shard set owner = null, leased_until = '-infinity' where owner = ?"
            + " and shard not in (select shard from outbox_shard"
            + "   where owner = ? order by shard limit ?)",
        relay,
        relay,
        share);
    Statements.execute(
        connection,
        "update outbox_shard set owner = ?, leased_until = now() + make_interval(secs => ?)"
            + " where shard in (select shard from outbox_shard where leased_until < now()"
            + "   order by shard for update skip locked"
            + "   limit greatest(0, ? - (select count(*) from outbox_shard where owner = ?"
            + "     and leased_until >= now())))",
        relay,
        seconds(),
        share,
        relay);
    return owned(connection);
  }

  /** Gives everything back, so that another relay need not wait for the lease to end. */
  void release(Connection connection) throws SQLException {
    Statements.execute(
        connection,
        "update outbox_shard set owner = null, leased_until = '-infinity' where owner = ?",
        relay);
    Statements.execute(connection, "delete from outbox_relay where relay_id = ?", relay);
  }

  private int fairShare(Connection connection) throws SQLException {
    Statements.execute(
        connection,
        "insert into outbox_relay values (?, now() + make_interval(secs => ?))"
            + " on conflict (relay_id) do update set alive_until = excluded.alive_until",
        relay,
        seconds());
    Statements.execute(connection, "delete from outbox_relay where alive_until < now()");
    try (var count = connection.prepareStatement("select count(*) from outbox_relay")) {
      var row = count.executeQuery();
      row.next();
      return Math.ceilDiv(Outbox.SHARDS, row.getInt(1));
    }
  }

  private List<Short> owned(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select shard from outbox_shard where owner = ? and leased_until >= now()")) {
      query.setObject(1, relay);
      var rows = query.executeQuery();
      var shards = new ArrayList<Short>();
      while (rows.next()) {
        shards.add(rows.getShort(1));
      }
      return List.copyOf(shards);
    }
  }

  private double seconds() {
    return lease.toMillis() / 1000.0;
  }
}
