package ua.vidnova.payments.award;

/** Why payment of an award is suspended (Law 1058-IV art. 49, CMU №299). */
public enum SuspensionGround {
  /** Not identified by 31 December; found by the daily review. */
  NO_IDENTIFICATION,
  /** No declaration of not receiving a Russian pension; found by the daily review. */
  NO_DECLARATION,
  /** Nothing collected in six months running; found by the daily review and in reports. */
  NON_RECEIPT_SIX_MONTHS,
  /** The person receives a Russian pension; recorded with the months that overlap. */
  RUSSIAN_PENSION,
  RESIDENCE_ABROAD,
  OWN_REQUEST,
  FALSE_DOCUMENTS,
  /** Told by the registry. */
  MISSING;

  /** Whether an officer states it; the others follow from what is recorded elsewhere. */
  public boolean isStatedByOfficers() {
    return switch (this) {
      case RESIDENCE_ABROAD, OWN_REQUEST, FALSE_DOCUMENTS -> true;
      case NO_IDENTIFICATION, NO_DECLARATION, NON_RECEIPT_SIX_MONTHS, RUSSIAN_PENSION, MISSING ->
          false;
    };
  }
}
