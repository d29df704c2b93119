package ua.vidnova.gateway.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What counts as one sender: an IPv4 address, or the /64 network that an IPv6 customer is given.
 */
final class SenderAddress {

  private static final int NETWORK_BYTES = 8;

  private SenderAddress() {}

  /**
   * @param address a numeric address, never a name
   */
  static String of(String address) {
    if (address == null || !address.contains(":")) {
      return address;
    }
    try {
      var bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
    } catch (UnknownHostException notNumeric) {
      return address;
    }
  }
}
