package ua.vidnova.localstack.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A partner that answers a file with reports; the same seed makes the same fortunes. */
public abstract class PlayedPartner {

  protected final RandomGenerator random;
  protected final LocalDate today;
  private Function<PaymentOrder, String> fates = any -> chance();

  /**
   * @param random decides who is paid and who is not
   * @param today in Kyiv: the day on which it pays
   */
  protected PlayedPartner(RandomGenerator random, LocalDate today) {
    this.random = random;
    this.today = today;
  }

  /**
   * A partner as a command names it.
   *
   * @param codes the code that the person of a till's voucher brings; null when they have none
   * @throws IllegalArgumentException when nobody plays it
   */
  public static PlayedPartner named(
      String name, RandomGenerator random, LocalDate today, UnaryOperator<String> codes) {
    return switch (name) {
      case "bank" -> new PlayedBank(random, today);
      case "post" -> new PlayedPost(random, today);
      case "till" -> new PlayedTill(random, today, codes);
      default ->
          throw new IllegalArgumentException(
              "There is no partner " + name + " to play, but bank, post, till and fund.");
    };
  }

  /**
   * Decides what becomes of payments, in place of chance.
   *
   * @param decided one of the partner's own words for each payment
   */
  public final PlayedPartner deciding(Function<PaymentOrder, String> decided) {
    fates = decided;
    return this;
  }

  /** Who plays it, as the local realm knows the client. */
  public abstract String client();

  /** Where it reports on a batch. */
  public String reportsTo(String batchId) {
    return "/api/payments/v1/reports";
  }

  /** Reads the payments of a file. */
  public abstract List<PaymentOrder> read(byte[] file);

  /** What becomes of one payment, by chance. */
  protected abstract String chance();

  /** The reports, in the order in which all goes well; the last tells of what came back. */
  protected abstract List<PartnerMessage> report(String batchId, List<PaymentOrder> orders);

  protected final String fateOf(PaymentOrder order) {
    return fates.apply(order);
  }

  /** What the partner sends about a batch, in the order of sending. */
  public final List<PartnerMessage> answer(String batchId, byte[] file, Fault fault) {
    List<PaymentOrder> orders = new ArrayList<>(fault.told(read(file)));
    if (fault == Fault.AMOUNT) {
      orders.set(0, new PaymentOrder(orders.getFirst().reference(), "0.01"));
    }
    return fault.sent(report(batchId, orders));
  }
}
