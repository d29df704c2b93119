package ua.vidnova.payments.channel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/**
 * How a person wishes to be paid, as they told the payments office. It stands before what the
 * registry knows until it is withdrawn, which deletes it; the audit trail keeps who did what.
 *
 * <p>Life: a wish stands as soon as it is recorded, unless it names an account that does not stand
 * yet; such a wish is proposed, and stands once another person confirms its account. A later wish
 * takes the place of a proposed one.
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
  private String accountStatedBy;
  private String accountConfirmedBy;
  private Instant accountConfirmedAt;

  @Enumerated(EnumType.STRING)
  private Channel proposedChannel;

  private String proposedIban;
  private LocalDate proposedStatedOn;
  private String proposedBy;
  private Instant proposedAt;
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

  /** A wish, and who wrote it down when. */
  public record Recorded(Wish wish, String by, Instant at) {}

  static PaymentPreference of(UUID personId) {
    var one = new PaymentPreference();
    one.residentId = personId;
    return one;
  }

  static Optional<PaymentPreference> findOf(UUID personId) {
    return findByIdOptional(personId);
  }

  /** Has a wish stand, or wait when another person has to confirm its account. */
  void state(Recorded said) {
    var account = said.wish().iban();
    if (account == null || account.equals(iban)) {
      stand(said);
    } else {
      propose(said);
    }
  }

  private void stand(Recorded said) {
    if (!Objects.equals(said.wish().iban(), iban)) {
      forgetAccount(said.wish().iban());
    }
    channel = said.wish().channel();
    statedOn = said.wish().statedOn();
    recordedBy = said.by();
    recordedAt = said.at();
    proposedChannel = null;
    proposedIban = null;
    proposedStatedOn = null;
    proposedBy = null;
    proposedAt = null;
  }

  private void propose(Recorded said) {
    proposedChannel = said.wish().channel();
    proposedIban = said.wish().iban();
    proposedStatedOn = said.wish().statedOn();
    proposedBy = said.by();
    proposedAt = said.at();
  }

  /** Has what is proposed stand, for another person read the same account. */
  void confirm(String by, Instant at) {
    var said = proposed().orElseThrow();
    stand(said);
    accountStatedBy = said.by();
    accountConfirmedBy = by;
    accountConfirmedAt = at;
  }

  /** Its account is not paid to until another person reads it again. */
  void accountWaits() {
    if (iban == null) {
      return;
    }
    if (proposedBy == null) {
      var by = accountStatedBy == null ? recordedBy : accountStatedBy;
      propose(new Recorded(new Wish(channel, iban, statedOn), by, recordedAt));
    }
    forgetAccount(null);
  }

  private void forgetAccount(String next) {
    iban = next;
    accountStatedBy = null;
    accountConfirmedBy = null;
    accountConfirmedAt = null;
  }

  /** What the person is paid by; empty while there is but a proposal. */
  public Optional<Recorded> standing() {
    return Optional.ofNullable(channel)
        .map(known -> new Recorded(new Wish(known, iban, statedOn), recordedBy, recordedAt));
  }

  /** What waits for another person. */
  public Optional<Recorded> proposed() {
    return Optional.ofNullable(proposedChannel)
        .map(
            next ->
                new Recorded(
                    new Wish(next, proposedIban, proposedStatedOn), proposedBy, proposedAt));
  }

  /** Null without an account, and for one recorded before two people were needed. */
  public String accountConfirmedBy() {
    return accountConfirmedBy;
  }

  public long version() {
    return version;
  }
}
