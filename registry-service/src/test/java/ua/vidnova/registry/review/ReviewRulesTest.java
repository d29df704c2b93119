package ua.vidnova.registry.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRulesTest {

  private static final UUID SURVIVOR = new UUID(0, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROPOSED       | same          | CARRY_OUT
          PROPOSED       | different     | CARRY_OUT
          PROPOSED       | ask           | CARRY_OUT
          EVIDENCE_ASKED | same          | CARRY_OUT
          EVIDENCE_ASKED | different     | CARRY_OUT
          EVIDENCE_ASKED | ask           | NOTHING_NEW
          EVIDENCE_ASKED | ask for more  | CARRY_OUT
          SAME           | same          | NOTHING_NEW
          SAME           | same but other| REFUSE
          SAME           | different     | REFUSE
          SAME           | ask           | REFUSE
          DIFFERENT      | different     | NOTHING_NEW
          DIFFERENT      | same          | REFUSE
          DIFFERENT      | ask           | REFUSE
          """)
  void a_decision_follows_on_a_state(PairState state, String decision, ReviewRules.Step step) {
    assertThat(ReviewRules.judge(state, "why", SURVIVOR, read(decision))).isEqualTo(step);
  }

  private static ReviewDecision read(String decision) {
    return switch (decision) {
      case "same" -> new ReviewDecision.Same(SURVIVOR, "why");
      case "same but other" -> new ReviewDecision.Same(new UUID(0, 2), "why");
      case "different" -> new ReviewDecision.Different("why");
      case "ask" -> new ReviewDecision.AskEvidence("why");
      case "ask for more" -> new ReviewDecision.AskEvidence("more");
      default -> throw new IllegalArgumentException(decision);
    };
  }
}
