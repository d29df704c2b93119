package ua.vidnova.payments.heirs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.resident.EvidenceLevel;

class ClaimRulesTest {

  private static final UUID HEIR = new UUID(0, 1);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/heir-claims.csv", delimiter = '|', numLinesToSkip = 1)
  void finds_what_the_table_says(
      String name,
      ClaimBasis basis,
      LocalDate claimedOn,
      LocalDate diedOn,
      String sumsStand,
      EvidenceLevel evidence,
      String deceased,
      String missing,
      String papers,
      String expected) {
    var open =
        ClaimRules.open(
            new ClaimRules.Claim(
                basis, claimedOn, diedOn, 6, sumsStand.equals("yes"), Set.of("KINSHIP")),
            List.of(
                new ClaimRules.Heir(
                    HEIR,
                    evidence,
                    deceased.equals("yes"),
                    missing.equals("yes"),
                    papers == null ? Set.of() : Set.of(papers))));

    assertThat(open.stream().map(one -> one.code().name()))
        .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
  }
}
