package ua.vidnova.payments.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses of partners are called: public ones over TLS. Whoever may name an address could
 * otherwise make this service call its own neighbours (server-side request forgery). The name is
 * looked up for each call, and the call goes to exactly the address that was looked at, so that a
 * name cannot change its mind in between.
 */
@ApplicationScoped
public class Addresses {

  private static final int URL_LENGTH_MAX = 500;

  /** IANA's special-purpose registries: what is not globally reachable, or leads back inside. */
  private static final List<IpSubnetFilterRule> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "ff00::/8")
          .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.REJECT))
          .toList();

  private final boolean localAllowed;

  @Inject
  Addresses(WebhookConfig config) {
    this(config.localAddressesAllowed());
  }

  Addresses(boolean localAllowed) {
    this.localAllowed = localAllowed;
  }

  /** Tells what is wrong with an address, if anything; names are looked up only when called. */
  public Optional<String> fault(String url) {
    try {
      var parsed = new URI(url);
      if (url.length() > URL_LENGTH_MAX
          || parsed.getHost() == null
          || parsed.getRawUserInfo() != null
          || parsed.getRawFragment() != null) {
        return Optional.of("malformed");
      }
      if (isLocal(parsed.getHost())) {
        return localAllowed ? Optional.empty() : Optional.of("not-public");
      }
      if (!"https".equals(parsed.getScheme())) {
        return Optional.of("https-only");
      }
      return isLiteral(parsed.getHost()) && reachable(parsed.getHost()).isEmpty()
          ? Optional.of("not-public")
          : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.of("malformed");
    }
  }

  /** The address to call now; empty when the name leads nowhere, or anywhere that is closed. */
  public Optional<InetAddress> reachable(String host) {
    try {
      var all = List.of(InetAddress.getAllByName(host.replaceAll("^\\[|]$", "")));
      return all.stream().anyMatch(this::isClosed) ? Optional.empty() : Optional.of(all.getFirst());
    } catch (UnknownHostException unknown) {
      return Optional.empty();
    }
  }

  private boolean isClosed(InetAddress address) {
    if (localAllowed && address.isLoopbackAddress()) {
      return false;
    }
    var socket = new InetSocketAddress(address, 0);
    return CLOSED.stream().anyMatch(network -> network.matches(socket));
  }

  private static boolean isLocal(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.toLowerCase(java.util.Locale.ROOT).endsWith(".localhost")
        || host.equals("127.0.0.1")
        || host.equals("[::1]");
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }
}
