package ua.vidnova.coordination.cashpoint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Edrpou;
import ua.vidnova.contracts.reference.Territories;

/** What may be said of a cash point. */
public final class CashPointRules {

  /** More than the largest mobile office has stops. */
  private static final int SERVES_MAX = 200;

  private static final int DATES_MAX = 366;
  private static final Pattern INDEX = Pattern.compile("\\d{5}");
  private static final Pattern CODE = Pattern.compile("[A-ZА-ЯҐЄІЇ0-9][A-ZА-ЯҐЄІЇ0-9./-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[А-ЯҐЄІЇA-Z0-9«№][^\\p{Cntrl}]{1,199}");

  private CashPointRules() {}

  /** A field that is not acceptable: where it stands as a JSON path, and a stable code. */
  public record Fault(String field, String code) {}

  /** What is wrong with a description; empty when nothing is. */
  public static List<Fault> faultsOf(Description told) {
    var faults = new ArrayList<Fault>();
    check(faults, Edrpou.isValid(told.operator()), "operator", "checksum");
    check(faults, CODE.matcher(told.operatorCode()).matches(), "operatorCode", "malformed");
    check(faults, NAME.matcher(told.placeName()).matches(), "placeName", "malformed");
    check(faults, isSettlement(told.homeSettlement()), "homeSettlement", "not-a-settlement");
    indexFault(told).ifPresent(code -> faults.add(new Fault("postalIndex", code)));
    servedFaults(told, faults);
    limitFaults(told.limits(), faults);
    return faults;
  }

  /**
   * What is wrong with a status.
   *
   * @param present the status now; null when the place is new
   */
  public static List<Fault> faultsOf(
      CashPointKind kind, Status told, Status present, LocalDate today) {
    var faults = new ArrayList<Fault>();
    check(faults, !told.since().isAfter(today), "since", "in-the-future");
    check(
        faults,
        present == null
            || told.state() == present.state()
            || !told.since().isBefore(present.since()),
        "since",
        "before-present-status");
    if (told.state() != CashPointState.OUT && kind.needsPowerAndLink()) {
      check(faults, told.power() != Power.NONE, "power", "needed-to-work");
      check(faults, told.link() != Link.NONE, "link", "needed-to-work");
    }
    return faults;
  }

  private static Optional<String> indexFault(Description told) {
    if (told.kind().isPost() != (told.postalIndex() != null)) {
      return Optional.of(told.kind().isPost() ? "required" : "only-with-post");
    }
    return told.postalIndex() == null || INDEX.matcher(told.postalIndex()).matches()
        ? Optional.empty()
        : Optional.of("malformed");
  }

  private static void servedFaults(Description told, List<Fault> faults) {
    var serves = told.serves();
    check(faults, !serves.isEmpty() && serves.size() <= SERVES_MAX, "serves", "size");
    check(
        faults,
        serves.stream().map(Served::settlement).collect(Collectors.toSet()).size() == serves.size(),
        "serves",
        "repeated-settlement");
    for (var i = 0; i < serves.size() && i < SERVES_MAX; i++) {
      var at = "serves[" + i + "].";
      check(
          faults, isSettlement(serves.get(i).settlement()), at + "settlement", "not-a-settlement");
      check(faults, serves.get(i).dates().size() <= DATES_MAX, at + "dates", "size");
    }
  }

  private static void limitFaults(Limits limits, List<Fault> faults) {
    Stream.of(
            new Named("amountMinMinor", limits.amountMinMinor(), 1),
            new Named("amountMaxMinor", limits.amountMaxMinor(), 1),
            new Named("amountMultipleMinor", limits.amountMultipleMinor(), 1),
            new Named("dailyFloatMinor", limits.dailyFloatMinor(), 0))
        .filter(one -> one.value() != null && one.value() < one.least())
        .forEach(one -> faults.add(new Fault("limits." + one.field(), "out-of-range")));
    check(
        faults,
        limits.amountMinMinor() == null
            || limits.amountMaxMinor() == null
            || limits.amountMinMinor() <= limits.amountMaxMinor(),
        "limits.amountMaxMinor",
        "below-minimum");
  }

  private record Named(String field, Long value, long least) {}

  private static boolean isSettlement(String code) {
    return Territories.ukraine().isSettlement(code);
  }

  private static void check(List<Fault> faults, boolean inOrder, String field, String code) {
    if (!inOrder) {
      faults.add(new Fault(field, code));
    }
  }
}
