package ua.vidnova.registry.cases;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a case stands, and where it may go from there. */
@Schema(name = "CaseState")
public enum CaseState {
  SUBMITTED,
  /** The applicant owes documents. */
  WAITING_FOR_DOCUMENTS,
  AT_COMPETENT_BODY,
  /** The competent body granted what was applied for; the result is to be handed over. */
  DECIDED,
  HANDED_OVER,
  REFUSED;

  /** States whose deadline still runs. */
  public static final List<CaseState> OPEN =
      List.of(SUBMITTED, WAITING_FOR_DOCUMENTS, AT_COMPETENT_BODY);

  /** The states that may follow. */
  public List<CaseState> next() {
    return switch (this) {
      case SUBMITTED -> List.of(WAITING_FOR_DOCUMENTS, AT_COMPETENT_BODY, REFUSED);
      case WAITING_FOR_DOCUMENTS -> List.of(AT_COMPETENT_BODY, REFUSED);
      case AT_COMPETENT_BODY -> List.of(WAITING_FOR_DOCUMENTS, DECIDED, REFUSED);
      case DECIDED -> List.of(HANDED_OVER);
      case HANDED_OVER, REFUSED -> List.of();
    };
  }

  public boolean isClosed() {
    return next().isEmpty();
  }
}
