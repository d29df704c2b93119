package ua.vidnova.registry.facts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the registry makes of a stated fact. */
@Schema(name = "FactOutcome")
public enum FactOutcome {
  /** It is the current view, or part of it. */
  STANDS,
  /** It says what stood already. */
  CONFIRMS,
  /** It was true before what stands now. */
  EARLIER,
  /** Something stronger stands; it is kept as evidence. */
  EVIDENCE_ONLY,
  /** It disagrees with what stands, and a person is asked. */
  DISAGREES,
  /** It stands in law only when a court has found it. */
  AWAITS_COURT,
  /** It was taken back. */
  RETRACTED
}
