package ua.vidnova.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderAddressTest {

  @Test
  void an_ipv4_address_is_a_sender_of_its_own() {
    assertThat(SenderAddress.of("203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void ipv6_addresses_of_one_network_are_one_sender() {
    assertThat(SenderAddress.of("2001:db8:1:2::1"))
        .isEqualTo(SenderAddress.of("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(SenderAddress.of("2001:db8:1:3::1"));
  }
}
