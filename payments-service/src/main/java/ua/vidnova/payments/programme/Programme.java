package ua.vidnova.payments.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A programme with all its dated rows, past and future ones included.
 *
 * @param payer ЄДРПОУ of who pays
 * @param hasArrears whether months unpaid in the past are owed (Law 1058-IV art. 46)
 * @param liberatedOnly whether the resident must live in a liberated settlement
 */
public record Programme(
    String code,
    String nameUk,
    Kind kind,
    Per per,
    Entrance entrance,
    String payer,
    boolean hasArrears,
    boolean liberatedOnly,
    List<AmountRow> amounts,
    List<TermRow> terms,
    List<EvidenceRow> evidence,
    List<ExclusionRow> exclusions) {

  /** Stands for every category in {@link EvidenceRow}. */
  public static final String EVERY_CATEGORY = "*";

  /** Whether it is paid month by month or once. */
  public enum Kind {
    RECURRING,
    ONE_OFF
  }

  /** For what it is given, and, when one-off, once only. */
  public enum Per {
    PERSON,
    HOUSEHOLD,
    BIRTH,
    DEATH
  }

  /** How awards of it come about. */
  public enum Entrance {
    /** The Pension Fund's list. */
    IMPORT,
    /** A decision of two people here. */
    GRANT,
    /** A claim of heirs. */
    CLAIM
  }

  /** The amount of a category on a day. */
  public Optional<AmountRow> amountOn(LocalDate day, String category) {
    return amounts.stream()
        .filter(row -> row.category().equals(category) && row.basis().holdsOn(day))
        .findFirst();
  }

  /** The term on a day; empty when it is granted without end. */
  public Optional<TermRow> termOn(LocalDate day) {
    return terms.stream().filter(row -> row.basis().holdsOn(day)).findFirst();
  }

  /** Kinds of papers that must be seen for a category, in the order of the alphabet. */
  public Set<String> evidenceOn(LocalDate day, String category) {
    var needed = new TreeSet<String>();
    evidence.stream()
        .filter(row -> row.basis().holdsOn(day))
        .filter(row -> Set.of(category, EVERY_CATEGORY).contains(row.category()))
        .forEach(row -> needed.add(row.evidence()));
    return needed;
  }

  /** What keeps a person from it on a day. */
  public List<ExclusionRow> exclusionsOn(LocalDate day) {
    return exclusions.stream().filter(row -> row.basis().holdsOn(day)).toList();
  }

  public boolean isOneOff() {
    return kind == Kind.ONE_OFF;
  }

  /** The same programme with only those rows whose basis the test lets through. */
  public Programme keeping(Predicate<Basis> test) {
    return new Programme(
        code,
        nameUk,
        kind,
        per,
        entrance,
        payer,
        hasArrears,
        liberatedOnly,
        amounts.stream().filter(row -> test.test(row.basis())).toList(),
        terms.stream().filter(row -> test.test(row.basis())).toList(),
        evidence.stream().filter(row -> test.test(row.basis())).toList(),
        exclusions.stream().filter(row -> test.test(row.basis())).toList());
  }
}
