package ua.vidnova.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import ua.vidnova.localstack.demo.Gateway;

/**
 * Asks every service to prove its audit trail whole.
 *
 * @param whole whether all are
 * @param report a line for each service; the heads are what to note elsewhere, so that a later cut
 *     can be proven
 */
public record AuditCheck(boolean whole, String report) {
  private static final List<String> SERVICES =
      List.of("registry", "payments", "medical", "coordination");

  /** Asks as the sample auditor. */
  static AuditCheck of(Platform platform) {
    Gateway.Caller auditor =
        new Gateway(platform.gatewayUrl(), platform.tokens()::token).as("auditor");
    TextTable table = new TextTable().row("SERVICE", "ENTRIES", "TRAIL");
    StringBuilder heads = new StringBuilder();
    boolean whole = true;
    for (String service : SERVICES) {
      JsonNode proof = auditor.get("/api/" + service + "/v1/audit/verification").expect(200).json();
      boolean serviceWhole = proof.path("whole").asBoolean();
      whole &= serviceWhole;
      table.row(service, proof.path("entries").asText(), serviceWhole ? "whole" : broken(proof));
      heads.append(service).append(' ').append(proof.path("heads")).append('\n');
    }
    return new AuditCheck(whole, table + "\n\nHeads of the lanes:\n" + heads.toString().strip());
  }

  private static String broken(JsonNode proof) {
    JsonNode first = proof.path("firstBreak");
    return "broken at lane %s, position %s: %s"
        .formatted(
            first.path("lane").asText(),
            first.path("position").asText(),
            first.path("reason").asText());
  }
}
