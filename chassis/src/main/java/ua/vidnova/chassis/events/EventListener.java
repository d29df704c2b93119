package ua.vidnova.chassis.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.problems.DatabaseFailures;
import ua.vidnova.chassis.problems.LoggableFailure;

/**
 * Hears all topics of a service. A message is handled, or parked where a person sees it; while the
 * database is away the listener waits, so nothing is ever passed over.
 */
@ApplicationScoped
public class EventListener {

  private static final Logger LOG = Logger.getLogger(EventListener.class);
  private static final int ATTEMPTS_MAX = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HandleMessage handle;
  private final ParkedMessages parked;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  EventListener(HandleMessage handle, ParkedMessages parked, MeterRegistry metrics) {
    this.handle = handle;
    this.parked = parked;
    Gauge.builder("vidnova.parked.messages", parked, ParkedMessages::countOpen)
        .description("Messages that wait for a person")
        .register(metrics);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** Returns only when each of the records has had its effect or is parked. */
  @Incoming("events")
  @Blocking
  public void hear(ConsumerRecords<String, byte[]> records) throws InterruptedException {
    for (ConsumerRecord<String, byte[]> received : records) {
      hear(Message.of(received));
    }
  }

  private void hear(Message message) throws InterruptedException {
    var pause = FIRST_PAUSE;
    for (var attempt = 1; ; ) {
      try {
        handleOrPark(message, attempt);
        return;
      } catch (RuntimeException e) {
        if (!DatabaseFailures.isOutage(e)) {
          attempt++;
        }
        LOG.warnf(
            LoggableFailure.of(e), "Message %s is not handled yet; trying again", message.place());
      }
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Stopping; the message stays in Kafka");
      }
      pause =
          pause.multipliedBy(3).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(3);
    }
  }

  private void handleOrPark(Message message, int attempt) {
    if (parked.isStopped(message.topic(), message.key())) {
      parked.park(message, HandleMessage.Refusal.BEHIND_PARKED, null);
      return;
    }
    try {
      handle
          .handle(message)
          .ifPresent(
              refusal -> {
                parked.park(message, refusal, null);
                LOG.errorf("Message %s is parked: %s", message.place(), refusal);
              });
    } catch (RuntimeException e) {
      if (DatabaseFailures.isOutage(e) || attempt < ATTEMPTS_MAX) {
        throw e;
      }
      parked.park(message, HandleMessage.Refusal.HANDLER_FAILED, e);
      LOG.errorf(LoggableFailure.of(e), "Message %s is parked", message.place());
    }
  }
}
