package ua.vidnova.localstack.partners;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A shop's till: hands cash out against the vouchers of its list, within its limits, and tells it
 * by JSON. Its words: PAID; UNPAID when nobody came; REFUSED when the till had not enough.
 */
public final class PlayedTill extends PlayedPartner {

  /** Of the invented shop, as the local realm has it. */
  public static final String EDRPOU = "32855961";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final UnaryOperator<String> codes;

  /**
   * @param codes the code that the person of a voucher brings; null when they have none
   */
  public PlayedTill(RandomGenerator random, LocalDate today, UnaryOperator<String> codes) {
    super(random, today);
    this.codes = codes;
  }

  @Override
  public String client() {
    return "shop";
  }

  @Override
  public String reportsTo(String batchId) {
    return "/api/payments/v1/batches/" + batchId + "/reports";
  }

  @Override
  public List<PaymentOrder> read(byte[] file) {
    return QuotedLines.of(file).stream()
        .map(line -> new PaymentOrder(line.get("voucherId"), line.get("amount")))
        .toList();
  }

  @Override
  protected String chance() {
    int fortune = random.nextInt(100);
    return fortune < 85 ? "PAID" : fortune < 95 ? "UNPAID" : "REFUSED";
  }

  /** What was handed out first; then, when the vouchers have run out, what was not. */
  @Override
  protected List<PartnerMessage> report(String batchId, List<PaymentOrder> orders) {
    ArrayNode handedOut = JSON.createArrayNode();
    ArrayNode left = JSON.createArrayNode();
    for (PaymentOrder order : orders) {
      String fate = fateOf(order);
      (fate.equals("PAID") ? handedOut : left).add(outcome(order, fate));
    }
    return left.isEmpty()
        ? List.of(message(handedOut))
        : List.of(message(handedOut), message(left));
  }

  private ObjectNode outcome(PaymentOrder order, String fate) {
    ObjectNode outcome =
        JSON.createObjectNode()
            .put("instructionId", order.reference())
            .put("outcome", fate)
            .put("occurredOn", today.toString())
            .put("amountMinor", new BigDecimal(order.amount()).movePointRight(2).longValueExact());
    String code = fate.equals("PAID") ? codes.apply(order.reference()) : null;
    return code == null ? outcome : outcome.put("voucherCode", code);
  }

  private static PartnerMessage message(ArrayNode outcomes) {
    return PartnerMessage.of(
        "application/json", JSON.createObjectNode().set("outcomes", outcomes).toString());
  }
}
