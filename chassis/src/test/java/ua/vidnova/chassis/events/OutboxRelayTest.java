package ua.vidnova.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestPlatform;

class OutboxRelayTest {

  private static final String TOPIC = "medical.visits";
  private static final Duration LEASE = Duration.ofSeconds(1);

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final String keys = UUID.randomUUID().toString();

  @BeforeEach
  void an_empty_outbox() {
    var made = TestPlatform.newDatabase();
    database.setUrl(made.url());
    database.setUser(made.user());
    database.setPassword(made.password());
    Flyway.configure().dataSource(database).locations("db/chassis").load().migrate();
  }

  @Test
  void two_relays_at_once_keep_the_order_of_each_key_and_lose_nothing() throws Exception {
    var writing = new AtomicBoolean(true);
    try (var threads = Executors.newCachedThreadPool()) {
      var relays = List.of(threads.submit(relaying(writing)), threads.submit(relaying(writing)));
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> count("select count(distinct owner) from outbox_shard") == 2);
      var writers =
          IntStream.range(0, 4)
              .mapToObj(
                  writer ->
                      threads.submit(
                          () -> {
                            try (var connection = database.getConnection()) {
                              for (var n = 0; n < 250; n++) {
                                write(connection, "writer" + writer + "-" + n % 5, n);
                              }
                            }
                            return null;
                          }))
              .toList();
      for (var writer : writers) {
        writer.get();
      }
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> pending() == 0);
      writing.set(false);
      for (Future<Integer> relay : relays) {
        assertThat(relay.get()).as("events that each of the two published").isPositive();
      }
    }
    assertThat(firstArrivals()).hasSize(20).allSatisfy((key, order) -> assertAscending(order, 50));
  }

  @Test
  void what_was_committed_before_a_crash_is_published_by_the_next_relay() throws Exception {
    var crashed = relay(producer());
    crashed.publish();
    write("a", 1);
    write("a", 2);

    var next = relay(producer());
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              next.publish();
              return pending() == 0;
            });

    assertThat(firstArrivals().get("a")).containsExactly(1, 2);
  }

  @Test
  void a_crash_between_sending_and_forgetting_sends_the_same_events_again_in_order()
      throws Exception {
    for (var n = 0; n < 10; n++) {
      write("b", n);
    }
    var dying = relay(dyingAfterFlush());
    assertThat(org.assertj.core.api.Assertions.catchThrowable(dying::publish)).hasMessage("killed");
    assertThat(pending()).isEqualTo(10);

    var next = relay(producer());
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              next.publish();
              return pending() == 0;
            });

    var arrived = arrivals().stream().filter(event -> event.key().equals(keys + "b")).toList();
    assertThat(arrived).hasSize(20);
    assertThat(arrived.stream().map(KafkaProbe.Received::id).distinct()).hasSize(10);
    assertAscending(firstArrivals().get("b"), 10);
  }

  @Test
  void a_relay_that_lost_its_lease_gives_way_to_the_living() throws Exception {
    var silent = new ShardLeases(UUID.randomUUID(), LEASE);
    var living = new ShardLeases(UUID.randomUUID(), LEASE);
    try (var connection = database.getConnection()) {
      assertThat(silent.renew(connection)).hasSize(Outbox.SHARDS);
      assertThat(living.renew(connection)).isEmpty();
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> living.renew(connection).size() == Outbox.SHARDS);
    }
  }

  @Test
  void two_living_relays_share_the_shards_evenly_and_never_both_own_one() throws Exception {
    var first = new ShardLeases(UUID.randomUUID(), Duration.ofSeconds(30));
    var second = new ShardLeases(UUID.randomUUID(), Duration.ofSeconds(30));
    try (var connection = database.getConnection()) {
      first.renew(connection);
      second.renew(connection);
      var ofFirst = first.renew(connection);
      var ofSecond = second.renew(connection);
      assertThat(ofFirst).hasSize(32).doesNotContainAnyElementsOf(ofSecond);
      assertThat(ofSecond).hasSize(32);
    }
  }

  private Callable<Integer> relaying(AtomicBoolean running) {
    return () -> {
      var published = 0;
      try (var producer = producer()) {
        var relay = relay(producer);
        while (running.get()) {
          published += relay.publish();
        }
        relay.release();
      }
      return published;
    };
  }

  private OutboxRelay relay(Producer<String, byte[]> producer) {
    return new OutboxRelay(database, producer, "test", new QuickLease());
  }

  private static Producer<String, byte[]> producer() {
    return OutboxPublisher.producer(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));
  }

  @SuppressWarnings("unchecked")
  private static Producer<String, byte[]> dyingAfterFlush() {
    var real = producer();
    return (Producer<String, byte[]>)
        Proxy.newProxyInstance(
            OutboxRelayTest.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              var result = method.invoke(real, arguments);
              if (method.getName().equals("flush")) {
                throw new IllegalStateException("killed");
              }
              return result;
            });
  }

  private void write(String key, int number) throws SQLException {
    try (var connection = database.getConnection()) {
      write(connection, key, number);
    }
  }

  private void write(Connection connection, String key, int number) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into outbox_event"
                + " (shard, event_id, topic, event_key, type, data, occurred_at)"
                + " values (?, gen_random_uuid(), ?, ?, 'test', ?, now())")) {
      insert.setInt(1, Outbox.shardOf(keys + key));
      insert.setString(2, TOPIC);
      insert.setString(3, keys + key);
      insert.setBytes(4, ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }

  private long pending() throws SQLException {
    return count("select count(*) from outbox_event");
  }

  private long count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  private List<KafkaProbe.Received> arrivals() {
    return KafkaProbe.all(TOPIC).stream().filter(event -> event.key().startsWith(keys)).toList();
  }

  /** By key without its prefix, what a consumer sees that drops what it has seen before. */
  private Map<String, List<Integer>> firstArrivals() {
    var seen = new LinkedHashSet<String>();
    var order = new LinkedHashMap<String, List<Integer>>();
    for (var event : arrivals()) {
      if (seen.add(event.id())) {
        order
            .computeIfAbsent(event.key().substring(keys.length()), key -> new ArrayList<>())
            .add(event.data().get("n").asInt());
      }
    }
    return order;
  }

  private static void assertAscending(List<Integer> order, int size) {
    assertThat(order).hasSize(size).isSorted();
  }

  private static final class QuickLease implements OutboxConfig {

    @Override
    public boolean relay() {
      return true;
    }

    @Override
    public Duration lease() {
      return LEASE;
    }

    @Override
    public Duration poll() {
      return Duration.ofMillis(50);
    }

    @Override
    public int batchPerShard() {
      return 10;
    }
  }
}
