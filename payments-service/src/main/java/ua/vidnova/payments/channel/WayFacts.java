package ua.vidnova.payments.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.payments.batch.PaymentWindowRule.Window;
import ua.vidnova.payments.resident.Channel;

/**
 * What decides how somebody is paid.
 *
 * @param preferred null when the resident has not said
 * @param override null when there is none today
 * @param iban null when no account is known
 * @param liberated whether the settlement is
 * @param places that work and serve the settlement
 * @param delegation null when nobody is delegated
 * @param sumsMinor kopiykas that are due, each a payment of its own
 * @param banks that pay to accounts now
 * @param partners who pays through which other channel now, by ЄДРПОУ
 */
public record WayFacts(
    Channel preferred,
    OtherChannel override,
    String iban,
    boolean liberated,
    List<Place> places,
    Delegated delegation,
    List<Long> sumsMinor,
    Banks banks,
    Map<Channel, Set<String>> partners,
    Window window) {

  /** Another channel by law or by decision, with the code of its reason. */
  public record OtherChannel(Channel channel, String reason) {}

  /** An official who may collect cash, for all whom nothing else reaches or for who asked. */
  public record Delegated(UUID id, boolean forAll) {}

  /**
   * Banks by ЄДРПОУ.
   *
   * @param usual pays to accounts of banks that are no partners; null when there is none
   * @param byCode those that are partners, by МФО
   */
  public record Banks(String usual, Map<String, String> byCode) {

    /** The bank through which an account is paid. */
    Optional<String> of(String iban) {
      return Optional.ofNullable(byCode.getOrDefault(iban.substring(4, 10), usual));
    }
  }

  Channel wish() {
    return override == null ? preferred : override.channel();
  }

  /** The resident's own channel is not used while another is put over it. */
  boolean isBarred(Channel channel) {
    return override != null && override.channel() != preferred && channel == preferred;
  }

  @java.lang.Override
  public String toString() {
    return "WayFacts[withheld]";
  }
}
