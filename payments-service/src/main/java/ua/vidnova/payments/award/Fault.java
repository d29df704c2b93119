package ua.vidnova.payments.award;

/** Whose fault it was that months went unpaid (Law 1058-IV art. 46). */
public enum Fault {
  PENSIONER,
  AUTHORITY
}
