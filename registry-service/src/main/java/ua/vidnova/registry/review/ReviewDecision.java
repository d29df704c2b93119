package ua.vidnova.registry.review;

import java.util.UUID;

/** What a registrar decides about a pair, and why. */
public sealed interface ReviewDecision {

  /** For people to read later; 1 to 1000 characters. */
  String reason();

  /** The state to which the decision leads. */
  PairState leadsTo();

  /**
   * Both are one person.
   *
   * @param survivor under whom the person is known from now on
   */
  record Same(UUID survivor, String reason) implements ReviewDecision {
    @Override
    public PairState leadsTo() {
      return PairState.SAME;
    }
  }

  /** They are two people; remembered for ever. */
  record Different(String reason) implements ReviewDecision {
    @Override
    public PairState leadsTo() {
      return PairState.DIFFERENT;
    }
  }

  /** What is known does not suffice; the reason says which evidence would. */
  record AskEvidence(String reason) implements ReviewDecision {
    @Override
    public PairState leadsTo() {
      return PairState.EVIDENCE_ASKED;
    }
  }
}
