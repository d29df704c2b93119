package ua.vidnova.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.localstack.demo.AwardLine.Fault;
import ua.vidnova.localstack.demo.AwardLine.StopReason;

class AwardFileTest {
  private final InventedPeople people = new InventedPeople(new Random(3));
  private final AwardFile file = AwardFile.of(lines(20), lines(AwardFile.MISTAKES_COUNT));
  private final List<String> lines = file.csv().lines().toList();

  @Test
  void names_each_bad_line_by_its_place_in_the_file() {
    assertThat(lines.getFirst()).isEqualTo(AwardLine.HEADER);
    assertThat(lines).hasSize(1 + file.goodLines() + file.refusals().size());
    assertThat(field("rnokpp checksum", 0)).matches("\\d{10}").matches(n -> !Rnokpp.isValid(n));
    assertThat(field("settlement not-a-settlement", 9))
        .matches(code -> Territories.ukraine().find(code).isPresent())
        .matches(code -> !Territories.ukraine().isSettlement(code));
    assertThat(field("firstUnpaidMonth in-the-future", 6)).isEqualTo("2999-01");
    assertThat(field("monthlyAmount not-an-amount", 5)).isEqualTo("346025");
    assertThat(field("(line) column-count", 10)).isEqualTo("more");
  }

  @Test
  void every_other_line_is_good() {
    long good =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(fields -> fields.length == 10)
            .filter(fields -> Rnokpp.isValid(fields[0]))
            .filter(fields -> fields[5].equals("3460.25") && fields[6].equals("2024-03"))
            .filter(fields -> Territories.ukraine().isSettlement(fields[9]))
            .count();

    assertThat(good).isEqualTo(file.goodLines());
  }

  /** What stands in a column of the line that is refused for this. */
  private String field(String refusal, int column) {
    int line =
        file.refusals().stream()
            .filter(each -> each.endsWith(" " + refusal))
            .mapToInt(each -> Integer.parseInt(each.substring(0, each.indexOf(' '))))
            .findFirst()
            .orElseThrow();
    return lines.get(line - 1).split(",", -1)[column];
  }

  private List<AwardLine> lines(int howMany) {
    return people.next(howMany).stream()
        .map(
            person ->
                new AwardLine(
                    person,
                    346_025,
                    YearMonth.of(2024, 3),
                    StopReason.OCCUPIED_TERRITORY,
                    Fault.AUTHORITY,
                    Place.SETTLEMENT.code()))
        .toList();
  }
}
