package ua.vidnova.payments.grant;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.payments.programme.AmountRow;
import ua.vidnova.payments.programme.ExclusionRow;
import ua.vidnova.payments.programme.Programme;
import ua.vidnova.payments.programme.TermRow;
import ua.vidnova.payments.resident.EvidenceLevel;

/** Decides whether a programme may be granted; who, how much and how long are the programme's. */
public final class EligibilityRules {

  private EligibilityRules() {}

  /**
   * What is asked for.
   *
   * @param papers kinds of papers that were seen
   * @param amountRowId the amount that was proposed; null when none was yet
   */
  public record Asked(String category, YearMonth from, Set<String> papers, UUID amountRowId) {

    LocalDate day() {
      return from.atDay(1);
    }
  }

  /**
   * What is known of the resident, of every record of them, and of the subject: the child,
   * household or dead person for whom it is given, otherwise the resident.
   *
   * @param evidenceLevel null while nobody has identified the resident
   * @param subjectBirth null when unknown
   * @param subjectPersonId the survivor of the subject's records
   * @param others all that the person, or anybody for the same subject, was granted or is proposed
   */
  public record Facts(
      EvidenceLevel evidenceLevel,
      boolean deceased,
      boolean missing,
      boolean inLiberatedSettlement,
      boolean subjectKnown,
      boolean subjectDeceased,
      LocalDate subjectBirth,
      UUID subjectPersonId,
      List<OtherAid> others) {}

  /**
   * Aid that was granted or is proposed.
   *
   * @param last null when without end
   */
  public record OtherAid(String programme, UUID subjectPersonId, YearMonth from, YearMonth last) {

    private boolean meets(YearMonth first, YearMonth end) {
      return (last == null || !last.isBefore(first)) && (end == null || !from.isAfter(end));
    }
  }

  /** Returns what is open, gravest first; empty when it may be granted. */
  public static List<OpenCondition> open(Programme programme, Asked asked, Facts facts) {
    var open = new ArrayList<OpenCondition>();
    add(open, facts.deceased(), GrantCondition.RESIDENT_DECEASED);
    add(open, grantedBefore(programme, asked, facts), GrantCondition.GRANTED_BEFORE);
    add(open, amountChanged(programme, asked), GrantCondition.AMOUNT_CHANGED);
    add(open, excluding(programme, asked, facts), GrantCondition.OTHER_AID);
    add(open, facts.missing(), GrantCondition.RESIDENT_MISSING);
    add(open, facts.evidenceLevel() == null, GrantCondition.IDENTITY_MISSING);
    add(
        open,
        facts.evidenceLevel() != null && !facts.evidenceLevel().provesIdentity(),
        GrantCondition.EVIDENCE_INSUFFICIENT);
    add(open, !subjectKnown(programme, facts), GrantCondition.SUBJECT_UNKNOWN);
    add(
        open,
        programme.per() == Programme.Per.DEATH && !facts.subjectDeceased(),
        GrantCondition.DEATH_NOT_RECORDED);
    add(open, tooOld(programme, asked, facts), GrantCondition.TOO_OLD);
    add(
        open,
        programme.liberatedOnly() && !facts.inLiberatedSettlement(),
        GrantCondition.SETTLEMENT_NOT_LIBERATED);
    var papers =
        programme.evidenceOn(asked.day(), asked.category()).stream()
            .filter(paper -> !asked.papers().contains(paper))
            .toList();
    add(open, papers, GrantCondition.PAPERS_MISSING);
    return open;
  }

  /** The last month of a grant; empty when it has no end. */
  public static Optional<YearMonth> lastMonth(
      Programme programme, AmountRow amount, YearMonth from, LocalDate subjectBirth) {
    if (programme.isOneOff()) {
      return Optional.of(from);
    }
    var ofTerm =
        programme.termOn(from.atDay(1)).map(TermRow::months).map(m -> from.plusMonths(m - 1));
    var ofAge =
        Optional.ofNullable(amount.ageBelowYears())
            .filter(any -> subjectBirth != null)
            .map(years -> YearMonth.from(subjectBirth.plusYears(years).minusDays(1)));
    return Stream.of(ofTerm, ofAge)
        .flatMap(Optional::stream)
        .min(YearMonth::compareTo)
        .map(last -> last.isBefore(from) ? from : last);
  }

  private static boolean grantedBefore(Programme programme, Asked asked, Facts facts) {
    var last =
        programme
            .amountOn(asked.day(), asked.category())
            .flatMap(amount -> lastMonth(programme, amount, asked.from(), facts.subjectBirth()))
            .orElse(null);
    return facts.others().stream()
        .filter(other -> other.programme().equals(programme.code()))
        .filter(other -> other.subjectPersonId().equals(facts.subjectPersonId()))
        .anyMatch(other -> programme.isOneOff() || other.meets(asked.from(), last));
  }

  /** Two people decide on a sum that both have seen; the law's of the first month is the sum. */
  private static boolean amountChanged(Programme programme, Asked asked) {
    return asked.amountRowId() != null
        && programme
            .amountOn(asked.day(), asked.category())
            .filter(amount -> amount.id().equals(asked.amountRowId()))
            .isEmpty();
  }

  private static List<String> excluding(Programme programme, Asked asked, Facts facts) {
    return programme.exclusionsOn(asked.day()).stream()
        .filter(row -> facts.others().stream().anyMatch(other -> excludes(row, other, asked)))
        .map(ExclusionRow::excluded)
        .toList();
  }

  private static boolean excludes(ExclusionRow row, OtherAid other, Asked asked) {
    return other.programme().equals(row.excluded())
        && (row.months() == null
            || other.last() == null
            || other.last().plusMonths(row.months()).compareTo(asked.from()) >= 0);
  }

  /** The registry tells of people; a household is known to it alone. */
  private static boolean subjectKnown(Programme programme, Facts facts) {
    return switch (programme.per()) {
      case PERSON, HOUSEHOLD -> true;
      case BIRTH -> facts.subjectBirth() != null;
      case DEATH -> facts.subjectKnown();
    };
  }

  private static boolean tooOld(Programme programme, Asked asked, Facts facts) {
    return programme
        .amountOn(asked.day(), asked.category())
        .map(AmountRow::ageBelowYears)
        .filter(years -> facts.subjectBirth() != null)
        .map(years -> !facts.subjectBirth().plusYears(years).isAfter(asked.day()))
        .orElse(false);
  }

  private static void add(List<OpenCondition> open, boolean holds, GrantCondition condition) {
    if (holds) {
      open.add(OpenCondition.of(condition));
    }
  }

  private static void add(List<OpenCondition> open, List<String> which, GrantCondition condition) {
    if (!which.isEmpty()) {
      open.add(new OpenCondition(condition, which));
    }
  }
}
