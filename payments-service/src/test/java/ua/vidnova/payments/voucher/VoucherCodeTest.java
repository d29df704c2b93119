package ua.vidnova.payments.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherCodeTest {

  private static final String ZERO = "0".repeat(27);

  /** By hand: 37 is 1·32 + 5 and leaves 0; 36 is 1·32 + 4 and leaves 36; 32 leaves 32. */
  @ParameterizedTest
  @CsvSource({"0,000", "1,011", "31,0ZZ", "32,10*", "33,11~", "36,14U", "37,150", "38,161"})
  void ends_with_crockford_s_check_symbol(long value, String end) {
    assertThat(VoucherCode.of(BigInteger.valueOf(value)))
        .hasSize(27)
        .startsWith("000")
        .endsWith(end);
  }

  @Test
  void the_largest_value_has_as_many_symbols() {
    var largest = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

    assertThat(VoucherCode.of(largest)).matches("7Z{25}[0-9A-Z*~$=]");
  }

  @Test
  void no_two_are_the_same() {
    var random = new SecureRandom();
    var codes = new HashSet<String>();
    for (var i = 0; i < 1000; i++) {
      codes.add(VoucherCode.next(random));
    }

    assertThat(codes).hasSize(1000).allMatch(code -> VoucherCode.read(code).isPresent());
  }

  @Test
  void is_read_however_people_write_it() {
    var code = VoucherCode.of(BigInteger.valueOf(32 * 32 + 1));

    assertThat(VoucherCode.read(" " + VoucherCode.grouped(code).toLowerCase(java.util.Locale.ROOT)))
        .contains(code);
    assertThat(VoucherCode.read(code.replace('0', 'O').replace('1', 'l'))).contains(code);
  }

  @Test
  void one_wrong_symbol_is_noticed_and_so_are_two_in_the_wrong_order() {
    var code = VoucherCode.of(new BigInteger("123456789012345678901234567890"));
    for (var i = 0; i < 26; i++) {
      var wrong = code.charAt(i) == '7' ? '8' : '7';
      assertThat(VoucherCode.read(code.substring(0, i) + wrong + code.substring(i + 1))).isEmpty();
      if (i < 25 && code.charAt(i) != code.charAt(i + 1)) {
        var swapped =
            code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
        assertThat(VoucherCode.read(swapped)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00000000000000000000000000", "UUUUUUUUUUUUUUUUUUUUUUUUUUU"})
  void what_cannot_be_a_code_is_none(String typed) {
    assertThat(VoucherCode.read(typed)).isEmpty();
  }

  @Test
  void only_the_code_itself_has_its_hash() {
    var hash = VoucherCode.sha256(ZERO);

    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(VoucherCode.matches("00000-00000-00000-00000-00000-00", hash)).isTrue();
    assertThat(VoucherCode.matches(VoucherCode.of(BigInteger.ONE), hash)).isFalse();
  }
}
