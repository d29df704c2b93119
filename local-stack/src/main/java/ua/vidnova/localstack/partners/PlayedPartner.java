package ua.vidnova.localstack.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A partner that answers a file with reports; the same seed makes the same fortunes. */
public abstract class PlayedPartner {

  protected final RandomGenerator random;
  protected final LocalDate today;

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
   * @throws IllegalArgumentException when nobody plays it
   */
  public static PlayedPartner named(String name, RandomGenerator random, LocalDate today) {
    return switch (name) {
      case "bank" -> new PlayedBank(random, today);
      case "post" -> new PlayedPost(random, today);
      default ->
          throw new IllegalArgumentException(
              "There is no partner " + name + " to play, but bank and post.");
    };
  }

  /** Who plays it, as the local realm knows the client. */
  public abstract String client();

  /** Reads the payments of a file. */
  public abstract List<PaymentOrder> read(byte[] file);

  /** The reports, in the order in which all goes well; the first only accepts. */
  protected abstract List<PartnerMessage> report(String batchId, List<PaymentOrder> orders);

  /** What the partner sends about a batch, in the order of sending. */
  public final List<PartnerMessage> answer(String batchId, byte[] file, Fault fault) {
    var orders = read(file);
    var reports = report(batchId, changed(orders, fault));
    return switch (fault) {
      case NONE, PARTIAL, AMOUNT -> reports;
      case LATE -> reports.subList(0, reports.size() - 1);
      case DUPLICATE -> reports.stream().flatMap(one -> List.of(one, one).stream()).toList();
      case REORDERED -> reports.reversed();
      case GARBAGE -> {
        var all = new ArrayList<PartnerMessage>();
        all.add(reports.getLast().brokenOff());
        all.addAll(reports);
        yield all;
      }
    };
  }

  private List<PaymentOrder> changed(List<PaymentOrder> orders, Fault fault) {
    var changed = new ArrayList<PaymentOrder>();
    for (var i = 0; i < orders.size(); i++) {
      if (fault == Fault.PARTIAL && i % 2 == 1) {
        continue;
      }
      changed.add(
          fault == Fault.AMOUNT && i == 0
              ? new PaymentOrder(orders.get(i).reference(), "0.01")
              : orders.get(i));
    }
    return changed;
  }
}
