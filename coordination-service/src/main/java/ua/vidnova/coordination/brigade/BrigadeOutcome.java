package ua.vidnova.coordination.brigade;

import java.util.List;

/** What became of a wish to describe a brigade. */
public sealed interface BrigadeOutcome {

  /** It is as told. */
  record Saved(Brigade now, boolean isNew) implements BrigadeOutcome {}

  record NotAcceptable(List<Fault> faults) implements BrigadeOutcome {}

  /** Its territory, before or after, is not within the caller's. */
  record OutsideTerritory() implements BrigadeOutcome {}

  record ChangedMeanwhile() implements BrigadeOutcome {}
}
