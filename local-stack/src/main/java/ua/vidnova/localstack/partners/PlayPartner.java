package ua.vidnova.localstack.partners;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ua.vidnova.localstack.demo.Gateway;

/** Takes a partner's batches through the gateway, with its own token, and reports on each. */
public final class PlayPartner {

  private static final String BATCHES = "/api/payments/v1/batches";

  private final Gateway gateway;
  private final PlayedPartner partner;

  public PlayPartner(Gateway gateway, PlayedPartner partner) {
    this.gateway = gateway;
    this.partner = partner;
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
                new Answered(
                    batchId,
                    gateway
                        .as(partner.client())
                        .post(
                            partner.reportsTo(batchId), message.contentType(), message.content())))
        .toList();
  }
}
