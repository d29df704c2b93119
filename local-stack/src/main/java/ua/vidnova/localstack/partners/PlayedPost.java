package ua.vidnova.localstack.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The post: returns the delivery list with what became of each line. Its words are the list's own:
 * PAID, UNPAID, REFUSED, MOVED, DECEASED.
 */
public final class PlayedPost extends PlayedPartner {

  private static final String HEADER = "instructionId,status,statusOn,amount\r\n";

  public PlayedPost(RandomGenerator random, LocalDate today) {
    super(random, today);
  }

  @Override
  public String client() {
    return "ukrposhta";
  }

  @Override
  public List<PaymentOrder> read(byte[] file) {
    return QuotedLines.of(file).stream()
        .map(line -> new PaymentOrder(line.get("instructionId"), line.get("amount")))
        .toList();
  }

  /** The first list holds what was delivered, the second what came back on the last day. */
  @Override
  protected List<PartnerMessage> report(String batchId, List<PaymentOrder> orders) {
    List<String> delivered = new ArrayList<>();
    List<String> returned = new ArrayList<>();
    for (PaymentOrder order : orders) {
      String status = fateOf(order);
      (status.equals("PAID") ? delivered : returned).add(line(order, status));
    }
    List<PartnerMessage> lists = new ArrayList<>();
    lists.add(list(delivered));
    if (!returned.isEmpty()) {
      lists.add(list(returned));
    }
    return lists;
  }

  @Override
  protected String chance() {
    int fortune = random.nextInt(100);
    if (fortune < 90) {
      return "PAID";
    }
    return fortune < 96 ? "UNPAID" : fortune < 98 ? "REFUSED" : fortune < 99 ? "MOVED" : "DECEASED";
  }

  private String line(PaymentOrder order, String status) {
    return "%s,%s,%s,%s\r\n".formatted(order.reference(), status, today, order.amount());
  }

  private static PartnerMessage list(List<String> lines) {
    return PartnerMessage.of("text/csv", HEADER + String.join("", lines));
  }
}
