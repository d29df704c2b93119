package ua.vidnova.payments.channel;

import java.util.List;
import java.util.Map;
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
 * @param partners who pays through which channel now, by ЄДРПОУ
 */
public record WayFacts(
    Channel preferred,
    Override override,
    String iban,
    boolean liberated,
    List<Place> places,
    Delegated delegation,
    List<Long> sumsMinor,
    Map<Channel, Set<String>> partners,
    Window window) {

  /** Another channel by law or by decision, with the code of its reason. */
  public record Override(Channel channel, String reason) {}

  /** An official who may collect cash, for all whom nothing else reaches or for who asked. */
  public record Delegated(UUID id, boolean forAll) {}

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
