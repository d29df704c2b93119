package ua.vidnova.registry.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedToKnowTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          registrar               | PHONE RNOKPP DOCUMENTS PAYMENT HISTORY
          medic                   | PHONE
          payments-officer        | RNOKPP PAYMENT ACCOUNT
          payments-approver       | RNOKPP PAYMENT ACCOUNT
          medic payments-officer  | PHONE RNOKPP PAYMENT ACCOUNT
          brigade-lead            | nothing
          coordinator             | nothing
          auditor                 | nothing
          administrator           | nothing
          someone-new             | nothing
          """)
  void each_role_sees_what_its_work_needs(String roles, String parts) {
    var seen = NeedToKnow.of(List.of(roles.split(" ")));
    assertThat(seen.stream().map(Enum::name).collect(Collectors.toSet()))
        .isEqualTo(
            parts == null ? Set.of() : Arrays.stream(parts.split(" ")).collect(Collectors.toSet()));
  }
}
