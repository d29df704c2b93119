package ua.vidnova.medical.fhir.mapping;

/**
 * What a visit says and FHIR's Encounter has no element for: URLs of its extensions. Protection is
 * not among them, since it never leaves by FHIR.
 */
public final class VisitExtensions {

  private static final String BASE = "urn:vidnova:visit:";

  /** Code of who agreed to the care. */
  public static final String CONSENT = BASE + "consent";

  /** Code of what showed who the person is. */
  public static final String IDENTITY_EVIDENCE = BASE + "identity-evidence";

  /** Code of how it is related to the event that the brigade was sent for. */
  public static final String RELATION_TO_EVENT = BASE + "relation-to-event";

  /** Whether the person was pregnant. */
  public static final String PREGNANT = BASE + "pregnant";

  /** Whether a prescription was written into the national system. */
  public static final String ELECTRONIC_PRESCRIPTION = BASE + "electronic-prescription";

  /** Whether rehabilitation is needed for long. */
  public static final String NEEDS_REHABILITATION = BASE + "needs-rehabilitation";

  /** Id of the brigade's trip. */
  public static final String TRIP = BASE + "trip";

  /** Day of the next visit. */
  public static final String FOLLOW_UP_ON = BASE + "follow-up-on";

  /** Day of death. */
  public static final String DIED_ON = BASE + "died-on";

  /** Items 4 to 35 of the WHO Emergency Medical Team Minimum Data Set, one extension each. */
  public static final String MDS_ITEM = BASE + "mds-item";

  private VisitExtensions() {}
}
