package ua.vidnova.payments.webhook.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks for what is due as often as many replicas do, so that no test waits for the next second.
 */
@ApplicationScoped
public class ManyReplicas {

  private static final int EVERY_MS = 30;

  @Inject DeliverWebhooks deliverWebhooks;

  /** They work until the executor is closed. */
  public ScheduledExecutorService start() {
    var replicas = Executors.newSingleThreadScheduledExecutor();
    var _ =
        replicas.scheduleWithFixedDelay(
            deliverWebhooks::sendDue, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    return replicas;
  }
}
