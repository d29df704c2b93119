package ua.vidnova.payments.law;

/** In what a value of law is counted. */
public enum LawUnit {
  /** Money: whole kopiykas. */
  KOPIYKAS,
  /** A factor, with up to six decimals. */
  COEFFICIENT,
  /** A whole number, such as years. */
  COUNT
}
