package ua.vidnova.payments.award;

/** Where an award is in its life; see {@link Award}. */
public enum AwardState {
  DORMANT,
  RESUMED,
  STOPPED
}
