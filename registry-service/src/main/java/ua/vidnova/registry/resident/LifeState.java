package ua.vidnova.registry.resident;

/** Whether a resident is alive, as far as the registry knows; {@code LifeStateRules} moves it. */
public enum LifeState {
  LIVING,
  DECEASED,
  /** Зникла безвісти: nobody knows whether the person lives. */
  MISSING,
  /** Оголошена померлою by a court, which has the effects of a death (Civil Code art. 46, 47). */
  PRESUMED_DEAD;

  /** Whether the person is dead in law. */
  public boolean isDead() {
    return switch (this) {
      case DECEASED, PRESUMED_DEAD -> true;
      case LIVING, MISSING -> false;
    };
  }
}
