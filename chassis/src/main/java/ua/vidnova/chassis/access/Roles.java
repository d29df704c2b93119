package ua.vidnova.chassis.access;

/** The staff roles of the realm, as tokens carry them. */
public final class Roles {

  public static final String REGISTRAR = "registrar";
  public static final String MEDIC = "medic";
  public static final String BRIGADE_LEAD = "brigade-lead";
  public static final String PAYMENTS_OFFICER = "payments-officer";
  public static final String PAYMENTS_APPROVER = "payments-approver";
  public static final String COORDINATOR = "coordinator";
  public static final String AUDITOR = "auditor";
  public static final String ADMINISTRATOR = "administrator";

  /** Sees what brigades note about violence and children at risk; few people hold it. */
  public static final String PROTECTION_OFFICER = "protection-officer";

  private Roles() {}
}
