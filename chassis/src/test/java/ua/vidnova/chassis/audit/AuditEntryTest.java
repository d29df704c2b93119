package ua.vidnova.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.exchange.Exchange;

class AuditEntryTest {

  private static final UUID RESIDENT = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01");

  @Test
  void an_entry_from_before_there_were_purposes_keeps_its_hash() {
    assertThat(hash(entryFor(null)))
        .isEqualTo("68be97904b0db898840286afcb5d6f0f3cefa0027a220424c31a6924c9e3e109");
  }

  @Test
  void a_purpose_is_part_of_the_chain() {
    assertThat(hash(entryFor("SERVICE")))
        .isNotEqualTo(hash(entryFor(null)))
        .isNotEqualTo(hash(entryFor("PAYMENT")));
  }

  @Test
  void the_exchange_is_part_of_the_chain_and_no_purpose_reads_like_it() {
    var exchange = new Exchange("SEVDEIR/GOV/00032129/PAY", null, "q-1", null);
    assertThat(hash(entryFor(null, exchange)))
        .isNotEqualTo(hash(entryFor(null, null)))
        .isNotEqualTo(
            hash(entryFor(null, new Exchange("SEVDEIR/GOV/00032129/PAY", "q-1", null, null))))
        .isNotEqualTo(hash(entryFor("EXCHANGE", exchange)));
  }

  private static AuditEntry entryFor(String purpose) {
    return entryFor(purpose, null);
  }

  private static AuditEntry entryFor(String purpose, Exchange exchange) {
    return new AuditEntry(
        3,
        1,
        Instant.parse("2026-11-16T08:30:00Z"),
        "registrar",
        "Реєстратор",
        null,
        "read",
        "resident",
        RESIDENT,
        RESIDENT,
        purpose,
        exchange);
  }

  private static String hash(AuditEntry entry) {
    return HexFormat.of().formatHex(entry.hashAfter(new byte[32]));
  }
}
