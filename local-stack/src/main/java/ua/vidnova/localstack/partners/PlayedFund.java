package ua.vidnova.localstack.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.localstack.demo.AwardLine;

/**
 * The Pension Fund's end of the line: lists of awards out; decisions, and what was not paid, in. A
 * list goes out in two files, so that one of them can be late.
 */
public final class PlayedFund {

  private PlayedFund() {}

  /** The files that bring awards, in the order of sending. */
  public static List<PartnerMessage> list(List<AwardLine> awards, Fault fault) {
    List<AwardLine> told = fault.told(awards);
    int half = (told.size() + 1) / 2;
    List<AwardLine> second = new ArrayList<>(told.subList(half, told.size()));
    if (fault == Fault.AMOUNT) {
      second.add(withOtherAmount(told.getFirst()));
    }
    return fault.sent(List.of(file(told.subList(0, half)), file(second)));
  }

  private static PartnerMessage file(List<AwardLine> awards) {
    return PartnerMessage.of(
        "text/csv",
        Stream.concat(Stream.of(AwardLine.HEADER), awards.stream().map(AwardLine::csv))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static AwardLine withOtherAmount(AwardLine award) {
    return new AwardLine(
        award.owner(),
        award.monthlyMinor() + 1,
        award.firstUnpaidMonth(),
        award.stopReason(),
        award.fault(),
        award.settlement());
  }
}
