package ua.vidnova.payments.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An address at which a partner wants to be told of events.
 *
 * <p>Life: ACTIVE until the address answers 410 Gone, or nothing got through for as long as an
 * event is tried; then DISABLED, and events wait. The partner sets it up again, and they are sent.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Webhook extends PanacheEntityBase {

  /** Whether events are sent. */
  public enum State {
    ACTIVE,
    DISABLED
  }

  /** Why events are no longer sent. */
  public enum DisabledReason {
    /** The address said 410: it wants no more. */
    GONE,
    /** Every attempt of an event failed, and none of another got through meanwhile. */
    FAILING
  }

  /** Each organisation names its webhooks as it likes, and learns nothing of another's. */
  @Embeddable
  public record Key(String organisation, UUID id) implements Serializable {}

  @EmbeddedId private Key key;
  private String url;
  private String[] eventTypes;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private DisabledReason disabledReason;

  private Instant disabledAt;
  private UUID secretSeries;
  private int secretNumber;
  private Instant formerSecretUntil;
  private Instant createdAt;
  private Instant lastSuccessAt;
  @Version private long version;

  protected Webhook() {}

  static Webhook of(Key key, Instant now) {
    var webhook = new Webhook();
    webhook.key = key;
    webhook.secretSeries = UUID.randomUUID();
    webhook.secretNumber = 1;
    webhook.createdAt = now;
    return webhook;
  }

  public static Optional<Webhook> findOf(Key key) {
    return findByIdOptional(key);
  }

  /** Few by limit: never paged. */
  public static List<Webhook> listOf(String organisation) {
    return list("key.organisation = ?1 order by key.id", organisation);
  }

  static long countOf(String organisation) {
    return count("key.organisation", organisation);
  }

  /** Sets where and of what to tell; what was disabled is active again. */
  void set(String address, Collection<EventType> types) {
    url = address;
    eventTypes = types.stream().map(EventType::text).sorted().toArray(String[]::new);
    state = State.ACTIVE;
    disabledReason = null;
    disabledAt = null;
  }

  /** Makes the next secret the one that is shown; the former one signs as well for a while. */
  void rotateSecret(Instant formerUntil) {
    secretNumber++;
    formerSecretUntil = formerUntil;
  }

  public UUID id() {
    return key.id();
  }

  Key key() {
    return key;
  }

  public String url() {
    return url;
  }

  public List<EventType> eventTypes() {
    return Arrays.stream(eventTypes).map(EventType::of).toList();
  }

  public State state() {
    return state;
  }

  public Optional<DisabledReason> disabledReason() {
    return Optional.ofNullable(disabledReason);
  }

  public Optional<Instant> disabledAt() {
    return Optional.ofNullable(disabledAt);
  }

  UUID secretSeries() {
    return secretSeries;
  }

  int secretNumber() {
    return secretNumber;
  }

  public Optional<Instant> formerSecretUntil() {
    return Optional.ofNullable(formerSecretUntil);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> lastSuccessAt() {
    return Optional.ofNullable(lastSuccessAt);
  }

  public long version() {
    return version;
  }
}
