package ua.vidnova.localstack.partners;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Gateway;

/** Takes a partner's batches through the gateway, with its own token, and reports on each. */
public final class PlayPartner {

  private static final String BATCHES = "/api/payments/v1/batches";
  private static final String REPORTS = "/api/payments/v1/reports";

  private final Gateway gateway;
  private final PlayedPartner partner;

  public PlayPartner(Gateway gateway, PlayedPartner partner) {
    this.gateway = gateway;
    this.partner = partner;
  }

  /** What was answered to one message. */
  public record Answered(String batchId, int status, String outcome) {

    private static Answered of(String batchId, Answer answer) {
      if (answer.status() >= 400) {
        return new Answered(batchId, answer.status(), answer.code());
      }
      JsonNode report = answer.json();
      return new Answered(
          batchId,
          answer.status(),
          "%s: %d lines, %d accepted, %d on their way, %d unchanged, %d refused"
              .formatted(
                  report.path("format").asText(),
                  report.path("lines").asLong(),
                  report.path("accepted").asLong(),
                  report.path("onTheirWay").asLong(),
                  report.path("unchanged").asLong(),
                  report.path("refused").asLong()));
    }
  }

  /** Takes every batch that is ready and reports on it. */
  public List<Answered> play(Fault fault) {
    List<Answered> all = new ArrayList<>();
    String path = Gateway.path(BATCHES, Map.of("state", "READY", "limit", 200));
    for (JsonNode batch : gateway.as(partner.client()).get(path).expect(200).json().get("items")) {
      all.addAll(play(batch.get("id").asText(), fault));
    }
    return all;
  }

  /** Takes one batch and reports on it. */
  public List<Answered> play(String batchId, Fault fault) {
    byte[] file =
        gateway.as(partner.client()).get(BATCHES + "/" + batchId + "/file").expect(200).body();
    return partner.answer(batchId, file, fault).stream()
        .map(
            message ->
                Answered.of(
                    batchId,
                    gateway
                        .as(partner.client())
                        .post(REPORTS, message.contentType(), message.content())))
        .toList();
  }
}
