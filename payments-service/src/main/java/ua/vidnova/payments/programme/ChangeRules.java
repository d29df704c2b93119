package ua.vidnova.payments.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ua.vidnova.contracts.identifiers.Edrpou;

/** Finds what is wrong with a change before anybody is asked to approve it. */
public final class ChangeRules {

  private ChangeRules() {}

  /** One thing wrong: the field as a JSON path, a code and what to do. */
  public record Fault(String field, String code, String message) {}

  /**
   * Returns the faults of a change, in the order of its fields.
   *
   * @param known the programme if there is one of this code
   * @param codes all known programmes
   */
  public static List<Fault> faults(
      String code, NewRows rows, Optional<Programme> known, Set<String> codes) {
    var faults = new ArrayList<Fault>();
    if (known.isEmpty() && rows.programme() == null) {
      faults.add(new Fault("programme", "unknown", "Describe the programme, which is new."));
    }
    if (known.isPresent() && rows.programme() != null) {
      faults.add(new Fault("programme", "known", "It keeps its shape; leave this out."));
    }
    if (rows.programme() != null && !Edrpou.isValid(rows.programme().payer())) {
      faults.add(new Fault("programme.payer", "checksum", "Check the eight digits."));
    }
    if (rows.laws().findAny().isEmpty()) {
      faults.add(new Fault("amounts", "nothing", "Add at least one row."));
    }
    amountFaults(rows, faults);
    exclusionFaults(code, rows, codes, faults);
    termFaults(rows, known, faults);
    dateFaults(rows, faults);
    return faults;
  }

  private static void amountFaults(NewRows rows, List<Fault> faults) {
    var per = Optional.ofNullable(rows.programme()).map(NewRows.NewProgramme::per).orElse(null);
    var seen = new HashSet<String>();
    for (var i = 0; i < rows.amounts().size(); i++) {
      var amount = rows.amounts().get(i);
      var field = "amounts[" + i + "]";
      if ((amount.amountMinor() == null) == (amount.pensions() == null)) {
        faults.add(new Fault(field, "one-of", "Give either amountMinor or pensions."));
      }
      if (amount.pensions() != null && per != null && per != Programme.Per.DEATH) {
        faults.add(new Fault(field + ".pensions", "not-here", "Only the dead leave a pension."));
      }
      if (!seen.add(amount.category())) {
        faults.add(new Fault(field + ".category", "repeated", "Give each category once."));
      }
    }
  }

  private static void exclusionFaults(
      String code, NewRows rows, Set<String> codes, List<Fault> faults) {
    for (var i = 0; i < rows.exclusions().size(); i++) {
      var excluded = rows.exclusions().get(i).excluded();
      if (excluded.equals(code) || !codes.contains(excluded)) {
        faults.add(
            new Fault("exclusions[" + i + "].excluded", "unknown", "Name another programme."));
      }
    }
    repeated(rows.exclusions().stream().map(NewRows.Exclusion::excluded).toList())
        .forEach(any -> faults.add(new Fault("exclusions", "repeated", "Give each once.")));
    repeated(rows.evidence().stream().map(one -> one.category() + " " + one.evidence()).toList())
        .forEach(any -> faults.add(new Fault("evidence", "repeated", "Give each once.")));
  }

  private static Set<String> repeated(List<String> keys) {
    var seen = new HashSet<String>();
    return keys.stream().filter(key -> !seen.add(key)).collect(Collectors.toSet());
  }

  private static void termFaults(NewRows rows, Optional<Programme> known, List<Fault> faults) {
    var oneOff =
        known
            .map(Programme::isOneOff)
            .orElse(rows.programme() != null && rows.programme().kind() == Programme.Kind.ONE_OFF);
    if (oneOff && !rows.terms().isEmpty()) {
      faults.add(new Fault("terms", "not-here", "What is paid once has no term."));
    }
    if (rows.terms().size() > 1) {
      faults.add(new Fault("terms", "repeated", "Give one term."));
    }
  }

  private static void dateFaults(NewRows rows, List<Fault> faults) {
    if (rows.laws()
        .anyMatch(law -> law.validTo() != null && !law.validTo().isAfter(law.validFrom()))) {
      faults.add(new Fault("validTo", "before-validFrom", "End each row after it begins."));
    }
  }
}
