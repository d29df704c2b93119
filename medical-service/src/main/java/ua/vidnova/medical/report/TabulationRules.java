package ua.vidnova.medical.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import ua.vidnova.medical.mds.Band;
import ua.vidnova.medical.mds.MdsItem;
import ua.vidnova.medical.mds.MdsItems;

/**
 * Makes the lines of the form from counts, and the sums that prove them. Form and checks: WHO
 * Emergency Medical Team Minimum Data Set, version 1.0.
 */
final class TabulationRules {

  private TabulationRules() {}

  /** All 50 lines in their order. */
  static List<Row> rows(Counts counts, Map<Integer, ItemName> localNames) {
    return MdsItems.all().stream()
        .map(item -> new Row(item, name(item, localNames), cells(item, counts), false))
        .toList();
  }

  /** The lines as those see them who may not know of single cases of violence or risk. */
  static List<Row> withoutFew(List<Row> rows, int fewest) {
    return rows.stream()
        .map(
            row ->
                row.item().isProtection() && row.total() > 0 && row.total() < fewest
                    ? row.withoutCounts()
                    : row)
        .toList();
  }

  /** The lines as those see them who may not know what was found in single patients. */
  static List<Row> withoutClinical(List<Row> rows, long consultations, int fewest) {
    return consultations == 0 || consultations >= fewest
        ? rows
        : rows.stream().map(row -> row.item().isClinical() ? row.withoutCounts() : row).toList();
  }

  /** What is wrong with lines that are shown, or with none in particular. */
  static List<Finding> ofShown(List<Finding> findings, List<Row> rows) {
    return findings.stream()
        .filter(one -> one.item() == null || !rows.get(one.item() - 1).withheld())
        .toList();
  }

  /** The sums that must be those of the consultations. */
  static List<Check> checks(Counts counts) {
    var consultations = counts.consultations();
    var ofKnownAge =
        counts.ages().stream()
            .filter(age -> age.age() != null)
            .mapToLong(Counts.OfAge::visits)
            .sum();
    return List.of(
        new Check(Check.Code.SUM_OF_SEXES, sum(counts, item -> item <= 3), consultations),
        new Check(Check.Code.SUM_OF_AGES, ofKnownAge, consultations),
        new Check(
            Check.Code.SUM_OF_OUTCOMES,
            sum(counts, item -> item >= 36 && item <= 42),
            consultations));
  }

  /** What is wrong with local items that were marked. */
  static List<Finding> localItems(List<Row> rows, Map<Integer, List<ItemName>> namesInForce) {
    var findings = new ArrayList<Finding>();
    for (var row : rows) {
      if (!row.item().isLocal() || row.total() == 0) {
        continue;
      }
      var names = namesInForce.getOrDefault(row.item().number(), List.of());
      if (names.isEmpty()) {
        findings.add(finding(Finding.Code.LOCAL_ITEM_UNNAMED, row));
      } else if (names.size() > 1) {
        findings.add(finding(Finding.Code.LOCAL_ITEM_RENAMED, row));
      }
    }
    return findings;
  }

  private static Finding finding(Finding.Code code, Row row) {
    return new Finding(code, row.item().number(), row.total(), List.of());
  }

  private static ItemName name(MdsItem item, Map<Integer, ItemName> localNames) {
    return localNames.getOrDefault(item.number(), new ItemName(item.nameUk(), item.nameEn()));
  }

  private static Map<Band, Long> cells(MdsItem item, Counts counts) {
    var cells = new EnumMap<Band, Long>(Band.class);
    item.tally().bands().forEach(band -> cells.put(band, 0L));
    for (var counted : counts.items()) {
      if (counted.item() == item.number()) {
        item.tally().bands().stream()
            .filter(band -> band.counts(counted.age()))
            .forEach(band -> cells.merge(band, counted.visits(), Long::sum));
      }
    }
    return cells;
  }

  private static long sum(Counts counts, IntPredicate items) {
    return counts.items().stream()
        .filter(counted -> items.test(counted.item()))
        .mapToLong(Counts.OfItem::visits)
        .sum();
  }
}
