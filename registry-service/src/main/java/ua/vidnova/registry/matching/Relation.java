package ua.vidnova.registry.matching;

/**
 * Whom two records can be of, in the order of the columns of weights.csv. Relatives and twins agree
 * in family name, patronymic, home and telephone without being one person, so a pair must beat them
 * as well as strangers.
 */
public enum Relation {
  SAME,
  STRANGER,
  RELATIVE,
  TWIN
}
