package ua.vidnova.localstack.partners;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import ua.vidnova.localstack.demo.Gateway;

/**
 * The codes with which residents come to a till: the payments office has handed them out, and the
 * till's list does not hold them.
 */
public final class BroughtCodes implements UnaryOperator<String> {

  private static final String PAYMENTS = "/api/payments/v1/";

  private final Gateway.Caller office;
  private final String till;
  private final Map<String, String> codes = new HashMap<>();

  /**
   * @param office may show vouchers
   * @param till ЄДРПОУ of whose lists they are
   */
  public BroughtCodes(Gateway.Caller office, String till) {
    this.office = office;
    this.till = till;
  }

  @Override
  public String apply(String voucher) {
    if (!codes.containsKey(voucher)) {
      handOut();
    }
    return codes.get(voucher);
  }

  /** Every resident with an open voucher gets the codes of theirs. */
  private void handOut() {
    Map<String, Object> page = new HashMap<>(Map.of("partner", till, "limit", 200));
    JsonNode open;
    do {
      open = office.get(Gateway.path(PAYMENTS + "reconciliation/open", page)).expect(200).json();
      for (JsonNode one : open.get("items")) {
        handOut(one.get("residentId").asText());
      }
      page.put("after", open.path("next").asText());
    } while (open.hasNonNull("next"));
  }

  private void handOut(String resident) {
    String path = PAYMENTS + "residents/" + resident + "/vouchers";
    for (JsonNode voucher : office.get(path).expect(200).json().get("items")) {
      codes.put(voucher.get("instructionId").asText(), voucher.path("code").asText(null));
    }
  }
}
