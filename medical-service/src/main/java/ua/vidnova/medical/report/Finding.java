package ua.vidnova.medical.report;

import java.util.List;
import java.util.UUID;

/**
 * Something in the visits that keeps the report from being whole.
 *
 * @param item number of the item that it is about; null when it is about none
 * @param visits how many visits
 * @param visitIds the first of them
 */
public record Finding(Code code, Integer item, long visits, List<UUID> visitIds) {

  /** What is wrong. */
  public enum Code {
    /** Counted as consultations, but by no sex and age. */
    SEX_OR_AGE_UNKNOWN,
    /** Items 33 to 35 are counted from five years on. */
    TOO_YOUNG_FOR_ITEM,
    /** A local item was marked, but nobody said what it counts. */
    LOCAL_ITEM_UNNAMED,
    /** A local item counted one thing first and another later. */
    LOCAL_ITEM_RENAMED
  }
}
