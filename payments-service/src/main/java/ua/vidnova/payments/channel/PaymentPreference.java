package ua.vidnova.payments.channel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/**
 * How a person wishes to be paid, as they told the payments office. It stands before what the
 * registry knows until it is withdrawn, which deletes it; the audit trail keeps who did what.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class PaymentPreference extends PanacheEntityBase {

  @Id private UUID residentId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String iban;
  private LocalDate statedOn;
  private String recordedBy;
  private Instant recordedAt;
  @Version private long version;

  protected PaymentPreference() {}

  /**
   * A wish.
   *
   * @param iban electronic form; null unless an account is known
   * @param statedOn day of the person's statement
   */
  public record Wish(Channel channel, String iban, LocalDate statedOn) {

    @Override
    public String toString() {
      return "Wish[" + channel + "]";
    }
  }

  static PaymentPreference of(UUID personId) {
    var one = new PaymentPreference();
    one.residentId = personId;
    return one;
  }

  static Optional<PaymentPreference> findOf(UUID personId) {
    return findByIdOptional(personId);
  }

  void state(Wish wish, String by, Instant at) {
    channel = wish.channel();
    iban = wish.iban();
    statedOn = wish.statedOn();
    recordedBy = by;
    recordedAt = at;
  }

  public Wish wish() {
    return new Wish(channel, iban, statedOn);
  }

  public String recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
