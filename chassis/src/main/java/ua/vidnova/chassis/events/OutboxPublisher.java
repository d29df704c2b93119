package ua.vidnova.chassis.events;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import ua.vidnova.chassis.problems.LoggableFailure;

/** Keeps a relay running beside the service: woken by NOTIFY, with polling as the net under it. */
@ApplicationScoped
public class OutboxPublisher {

  private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int LISTEN_MS = 1000;

  private final AgroalDataSource database;
  private final OutboxConfig config;
  private final Map<String, Object> kafka;
  private final String service;
  private final Counter published;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread relayThread;
  private Thread listenThread;

  @Inject
  OutboxPublisher(
      AgroalDataSource database,
      OutboxConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service,
      MeterRegistry metrics) {
    this.database = database;
    this.config = config;
    this.kafka = kafka;
    this.service = service;
    this.published =
        Counter.builder("vidnova.outbox.published")
            .description("Events that Kafka has acknowledged")
            .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      relayThread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
      listenThread = Thread.ofPlatform().name("outbox-listen").daemon().start(this::listen);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    wake.release();
    if (relayThread != null) {
      relayThread.join(Duration.ofSeconds(5));
      relayThread.interrupt();
      listenThread.interrupt();
    }
  }

  private void relay() {
    var producer = producer(kafka);
    try {
      var relay = new OutboxRelay(database, producer, service, config);
      while (!isStopping()) {
        try {
          var count = relay.publish();
          published.increment(count);
          if (count == 0) {
            pause(config.poll());
          }
        } catch (SQLException | RuntimeException e) {
          LOG.warnf(LoggableFailure.of(e), "Events could not be published; trying again");
          pause(PAUSE_AFTER_FAILURE);
        }
      }
      relay.release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warnf(LoggableFailure.of(e), "The outbox shards are left to the end of their lease");
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause(Duration atMost) throws InterruptedException {
    if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private void listen() {
    while (!isStopping()) {
      try (var connection = database.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("listen outbox");
        wake.release();
        var notices = connection.unwrap(PGConnection.class);
        while (!isStopping()) {
          if (notices.getNotifications(LISTEN_MS).length > 0) {
            wake.release();
          }
        }
      } catch (SQLException | RuntimeException e) {
        LOG.debugf(LoggableFailure.of(e), "Not listening for new events; polling meanwhile");
        try {
          stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /**
   * A producer that keeps order: it never gives an event up while later ones go out, but waits for
   * the broker for as long as it takes.
   */
  static Producer<String, byte[]> producer(Map<String, Object> kafka) {
    var settings = new HashMap<>(kafka);
    settings.put("enable.idempotence", true);
    settings.put("acks", "all");
    settings.put("retries", Integer.MAX_VALUE);
    settings.put("delivery.timeout.ms", Integer.MAX_VALUE);
    settings.put("linger.ms", 1);
    settings.put("compression.type", "lz4");
    settings.put("reconnect.backoff.max.ms", 2000);
    settings.put("max.block.ms", 30_000);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
