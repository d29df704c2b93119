package ua.vidnova.payments.resident;

/** Whether a resident is alive, as the registry told. */
public enum LifeState {
  LIVING,
  DECEASED,
  /** Nobody knows whether the person lives: nothing is paid meanwhile (Law 1058-IV art. 49). */
  MISSING,
  /** By a court; has the effects of a death (Civil Code art. 47). */
  PRESUMED_DEAD;

  /** Whether what is due ends as with a death. */
  public boolean endsPayment() {
    return switch (this) {
      case DECEASED, PRESUMED_DEAD -> true;
      case LIVING, MISSING -> false;
    };
  }
}
