package ua.vidnova.medical.alert;

/** What has become of an alert. */
public enum AlertState {
  /** Nobody has taken notice yet. */
  OPEN,
  ACKNOWLEDGED,
  /** The visit was corrected; it does not hold, whether acknowledged or not. */
  WITHDRAWN
}
