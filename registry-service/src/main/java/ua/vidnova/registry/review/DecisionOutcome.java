package ua.vidnova.registry.review;

/** What came of a decision about a pair. */
public sealed interface DecisionOutcome {

  /** It holds, whether it was taken now or before. */
  record Decided(Review review) implements DecisionOutcome {}

  /** The pair is not there, or one side of it is not the caller's to see. */
  record NotFound() implements DecisionOutcome {}

  /** The caller had read an older version. */
  record ChangedMeanwhile() implements DecisionOutcome {}

  /** Another decision stands, or the records have become one person's by another pair. */
  record DecidedAlready(PairState state) implements DecisionOutcome {}

  /** Neither side of the pair is the survivor that was named. */
  record NotASide() implements DecisionOutcome {}

  /** Other records of the two were decided to be of different people. */
  record DecidedDifferent() implements DecisionOutcome {}

  /** Each side has a РНОКПП. */
  record TwoNumbers() implements DecisionOutcome {}

  /** The side that would be merged is a survivor of others. */
  record HasMergedRecords() implements DecisionOutcome {}

  /** The survivor is known from a list only, and the other was identified. */
  record SurvivorOnlyListed() implements DecisionOutcome {}
}
