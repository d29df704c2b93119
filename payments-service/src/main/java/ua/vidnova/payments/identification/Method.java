package ua.vidnova.payments.identification;

/** How somebody was identified (CMU №299). What the registry tells counts as in person. */
public enum Method {
  IN_PERSON,
  /** Signed in to the Pension Fund's portal or app with Дія.Підпис. */
  DIIA_SIGNATURE,
  /** By video at a time that the Pension Fund fixed; it passes or fails. */
  VIDEO
}
