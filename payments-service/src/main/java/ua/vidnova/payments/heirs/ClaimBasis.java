package ua.vidnova.payments.heirs;

/** On what a claim stands (Law 1058-IV art. 52). */
public enum ClaimBasis {
  /** Family who lived with the person, in equal parts, within the term of the law. */
  FAMILY,
  /** Heirs by a certificate of inheritance, in its parts. */
  INHERITANCE
}
