package ua.vidnova.localstack.partners;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The post: returns the delivery list with what became of each line. */
public final class PlayedPost extends PlayedPartner {

  private static final String HEADER = "instructionId,status,statusOn,amount\r\n";

  public PlayedPost(RandomGenerator random, LocalDate today) {
    super(random, today);
  }

  @Override
  public String client() {
    return "ukrposhta";
  }

  /** Every field is quoted, and none holds a line break. */
  @Override
  public List<PaymentOrder> read(byte[] file) {
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    List<String> header = fields(lines.getFirst());
    int id = header.indexOf("instructionId");
    int amount = header.indexOf("amount");
    return lines.stream()
        .skip(1)
        .map(PlayedPost::fields)
        .map(fields -> new PaymentOrder(fields.get(id), fields.get(amount)))
        .toList();
  }

  private static List<String> fields(String line) {
    return Arrays.asList(line.substring(1, line.length() - 1).split("\",\"", -1));
  }

  /** The first list holds what was delivered, the second what came back on the last day. */
  @Override
  protected List<PartnerMessage> report(String batchId, List<PaymentOrder> orders) {
    List<String> delivered = new ArrayList<>();
    List<String> returned = new ArrayList<>();
    for (PaymentOrder order : orders) {
      String status = fortune();
      (status.equals("PAID") ? delivered : returned).add(line(order, status));
    }
    List<PartnerMessage> lists = new ArrayList<>();
    lists.add(list(delivered));
    if (!returned.isEmpty()) {
      lists.add(list(returned));
    }
    return lists;
  }

  private String fortune() {
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
