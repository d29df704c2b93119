package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.derivation.ArrearsMonth;
import ua.vidnova.payments.derivation.Derivation;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermBook;

/** Derives a case as it would be proposed today. */
@ApplicationScoped
public class DeriveCase {

  private final LegalTerms terms;
  private final LawValues law;
  private final KyivCalendar calendar;

  @Inject
  DeriveCase(LegalTerms terms, LawValues law, KyivCalendar calendar) {
    this.terms = terms;
    this.law = law;
    this.calendar = calendar;
  }

  public Derivation derive(Resumption resumption, Award award) {
    var book = terms.read();
    return derive(
        resumption,
        award,
        YearMonth.from(calendar.today()),
        LeftOutMonths.of(List.of(award.id()), calendar.today(), book)
            .getOrDefault(award.id(), Set.of()),
        book,
        law.read());
  }

  /** Aid that was granted here owes no past months, and amounts to what was granted. */
  static Derivation derive(
      Resumption resumption,
      Award award,
      YearMonth firstPeriod,
      Set<YearMonth> settled,
      TermBook terms,
      LawBook law) {
    var facts =
        new Derivation.Facts(
            award.facts(), award.fault(), resumption.appliedOn(), firstPeriod, settled);
    return award.hasPastMonths()
        ? Derivation.derive(facts, terms, law)
        : new Derivation(facts, List.of(), List.of(), List.of(), List.of());
  }

  /** What was proposed before steps were kept. */
  static Derivation withoutSteps(Resumption resumption, Award award, List<ArrearsMonth> arrears) {
    return new Derivation(
        new Derivation.Facts(
            award.facts(),
            award.fault(),
            resumption.appliedOn(),
            resumption.firstPeriod().orElseThrow(),
            Set.of()),
        arrears,
        List.of(),
        List.of(),
        List.of());
  }
}
