package ua.vidnova.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static Addresses addresses(boolean localAllowed) {
    return new Addresses(localAllowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:10.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fc00::1]",
        "[fdff::1]",
        "[fe80::1]",
        "[ff02::1]",
        "2130706433",
        "localhost"
      })
  void what_leads_inside_is_not_called(String host) {
    assertThat(addresses(false).reachable(host)).isEmpty();
    assertThat(addresses(false).fault("https://" + host + "/x")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "[2a00:1450:4001::1]"})
  void public_addresses_are_called(String host) {
    assertThat(addresses(false).reachable(host)).isPresent();
    assertThat(addresses(false).fault("https://" + host + "/x")).isEmpty();
  }

  @Test
  void the_local_stack_calls_this_machine_and_still_no_neighbour() {
    assertThat(addresses(true).fault("http://localhost:9000/x")).isEmpty();
    assertThat(addresses(true).reachable("localhost")).isPresent();
    assertThat(addresses(true).reachable("10.0.0.1")).isEmpty();
    assertThat(addresses(true).fault("http://bank.example/x")).hasValue("https-only");
  }

  @Test
  void a_name_that_leads_nowhere_is_not_called() {
    assertThat(addresses(true).reachable("no-such-name.invalid")).isEmpty();
  }
}
