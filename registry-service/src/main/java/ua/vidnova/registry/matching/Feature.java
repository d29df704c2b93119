package ua.vidnova.registry.matching;

/** What two records are compared by. */
public enum Feature {
  FAMILY_NAME,
  GIVEN_NAME,
  PATRONYMIC,
  BIRTH_DATE,
  SEX,
  RNOKPP,
  DOCUMENT,
  PHONE,
  SETTLEMENT,
  /** Whom else the other record could be of, a relative or a twin, when that explains it best. */
  RIVAL
}
