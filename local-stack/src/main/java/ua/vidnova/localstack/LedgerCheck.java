package ua.vidnova.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import ua.vidnova.localstack.demo.Gateway;

/**
 * Asks payments to prove that its books agree.
 *
 * @param report how much was checked, or the first break: the invariant and the ids
 */
public record LedgerCheck(boolean intact, String report) {

  /** Asks as the sample auditor. */
  static LedgerCheck of(Platform platform) {
    JsonNode proof =
        new Gateway(platform.gatewayUrl(), platform.tokens()::token)
            .as("auditor")
            .get("/api/payments/v1/ledger/verification")
            .expect(200)
            .json();
    TextTable table = new TextTable().row("CHECKED", "COUNT");
    proof.path("checked").properties().forEach(one -> table.row(one.getKey(), "" + one.getValue()));
    boolean intact = proof.path("intact").asBoolean();
    return new LedgerCheck(intact, table + "\n\n" + (intact ? "The books agree." : broken(proof)));
  }

  private static String broken(JsonNode proof) {
    JsonNode first = proof.path("firstBreak");
    return "Broken: %s (%s)\n%s"
        .formatted(
            first.path("invariant").asText(), first.path("meaning").asText(), first.path("where"));
  }
}
