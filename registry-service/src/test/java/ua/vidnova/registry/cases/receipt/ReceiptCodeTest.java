package ua.vidnova.registry.cases.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {

  private static final UUID CASE = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a03");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final ReceiptCode CODE = new ReceiptCode("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

  @Test
  void no_two_codes_are_the_same_and_each_can_be_read_again() {
    var codes =
        IntStream.range(0, 1_000).mapToObj(i -> ReceiptCode.make()).collect(Collectors.toSet());
    assertThat(codes).hasSize(1_000);
    assertThat(codes).allMatch(code -> ReceiptCode.parse(code.text()).orElseThrow().equals(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0123456789abcdefghjkmnpqrstvwxyz",
        "0123456789ABCDEFGHIJKLMNOPQRSTUV",
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ0",
        "0123456789ABCDEFGHJKMNPQRSTVWXY'",
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ\n"
      })
  void what_cannot_be_a_code_is_none(String text) {
    assertThat(ReceiptCode.parse(text)).isEmpty();
  }

  @Test
  void the_seal_changes_with_everything_that_is_verified() {
    var seal = CODE.seal(CASE, "IDP_RECORD", DAY);
    assertThat(seal).isEqualTo(CODE.seal(CASE, "IDP_RECORD", DAY));
    assertThat(seal.version()).isEqualTo(8);
    assertThat(seal.variant()).isEqualTo(2);
    assertThat(seal)
        .isNotEqualTo(ReceiptCode.make().seal(CASE, "IDP_RECORD", DAY))
        .isNotEqualTo(CODE.seal(UUID.randomUUID(), "IDP_RECORD", DAY))
        .isNotEqualTo(CODE.seal(CASE, "ID_CARD", DAY))
        .isNotEqualTo(CODE.seal(CASE, "IDP_RECORD", DAY.plusDays(1)));
  }

  @Test
  void a_code_never_gets_into_a_log() {
    assertThat(CODE.toString()).doesNotContain(CODE.text());
  }
}
