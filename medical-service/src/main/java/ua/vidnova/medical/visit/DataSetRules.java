package ua.vidnova.medical.visit;

import java.util.List;

/**
 * Items of the WHO Emergency Medical Team Minimum Data Set that the medic ticks: 4 to 35. Others
 * follow from what is recorded; which of them fit the person, {@link PatientRules} says.
 */
final class DataSetRules {

  private static final int FIRST = 4;
  private static final int LAST = 35;

  private DataSetRules() {}

  static void check(List<Integer> items, Refusals refusals) {
    if (items.stream().anyMatch(item -> item < FIRST || item > LAST)) {
      refusals.refuse(
          "mdsItems",
          "not-an-item",
          "Items %d to %d and 47 to 50; the others follow from the record.".formatted(FIRST, LAST));
    }
  }
}
