package ua.vidnova.payments.derivation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import ua.vidnova.chassis.paper.Sheets;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.paper.InUkrainian;

/** Puts a derivation on paper: which act, which coefficient, which month, when it is paid. */
public final class DerivationPaper {

  private static final float LABEL_WIDTH = 190;
  private static final float SUM_WIDTH = 85;

  private final Sheets sheets;
  private final Derivation derivation;

  private DerivationPaper(Sheets sheets, Derivation derivation) {
    this.sheets = sheets;
    this.derivation = derivation;
  }

  /** Prints; the member of staff hands it to the resident. */
  public static byte[] print(DerivationFile file, String printedBy, LocalDate printedOn) {
    try (var sheets = Sheets.titled("Розрахунок пенсії за минулий період")) {
      var paper = new DerivationPaper(sheets, file.derivation());
      paper.facts(file.about());
      paper.totals();
      paper.unknowns();
      paper.amounts("Як визначено розмір за минулі місяці", paper.derivation.months(), true);
      paper.amounts(
          "Пенсія надалі, як відомо на день розрахунку", file.derivation().current(), false);
      paper.schedule();
      file.later().forEach(paper::later);
      paper.signatures(file.about(), printedBy, printedOn);
      return sheets.toPdf();
    }
  }

  private void facts(Optional<DerivationFile.About> about) {
    about.ifPresentOrElse(
        known -> {
          field("Особа", known.residentName());
          field("Номер справи", known.resumptionId().toString());
        },
        () -> field("Особа", "приклад без справи: ні до кого не застосовується"));
    var facts = derivation.facts();
    field("Звернення", InUkrainian.day(facts.appliedOn()));
    field("Не виплачено з", InUkrainian.month(facts.award().firstUnpaidMonth()));
    field("Не виплачено", DerivationText.fault(facts.fault()));
    field("Виплачувалося до припинення", hryvnias(facts.award().amountAtStopMinor()));
    field("Перша виплата", InUkrainian.month(facts.firstPeriod()));
  }

  private void totals() {
    var totals = Totals.of(derivation.arrears());
    sheets.heading("Підсумок");
    field("До виплати за минулий період", hryvnias(totals.payableMinor()));
    field("з них одразу", hryvnias(totals.firstPaymentMinor()));
    field("з них щомісячними частинами", hryvnias(totals.laterMinor()));
    if (totals.cutMinor() > 0) {
      field("Не виплачується, понад строк", hryvnias(totals.cutMinor()));
    }
  }

  private void unknowns() {
    var unknown = derivation.facts().award().unknown();
    if (!unknown.isEmpty()) {
      sheets.heading("Невідомо на день розрахунку");
      unknown.forEach(fact -> sheets.paragraph("• " + DerivationText.unknown(fact)));
      sheets.paragraph("Коли про це стане відомо, розрахунок буде повторено, а різницю виплачено.");
    }
  }

  /** Months with the same steps are said once. */
  private void amounts(String heading, List<DerivedMonth> months, boolean withEnd) {
    if (!months.isEmpty()) {
      sheets.heading(heading);
      amounts(months, withEnd);
    }
  }

  private void amounts(List<DerivedMonth> months, boolean withEnd) {
    for (var group : groups(months, withEnd)) {
      var first = group.getFirst();
      sheets.row(
          List.of(
              withEnd ? span(group) : "З " + InUkrainian.month(first.month()),
              hryvnias(first.amountMinor())),
          Sheets.WIDTH - SUM_WIDTH - 20,
          SUM_WIDTH + 20);
      first.steps().forEach(this::step);
      sheets.paragraph("");
    }
  }

  private void step(Step step) {
    var by = DerivationText.law(step);
    sheets.row(
        List.of(
            "",
            DerivationText.step(step) + (by.isEmpty() ? "" : ": " + by),
            "",
            DerivationText.change(step.changeMinor())),
        15,
        Sheets.WIDTH - SUM_WIDTH - 45,
        10,
        SUM_WIDTH + 20);
  }

  private static String span(List<DerivedMonth> group) {
    var first = group.getFirst().month();
    var last = group.getLast().month();
    return first.equals(last)
        ? InUkrainian.month(first)
        : "%s – %s, щомісяця".formatted(InUkrainian.month(first), InUkrainian.month(last));
  }

  private static List<List<DerivedMonth>> groups(List<DerivedMonth> months, boolean together) {
    var groups = new ArrayList<List<DerivedMonth>>();
    for (var month : months) {
      if (together && !groups.isEmpty() && follows(groups.getLast().getLast(), month)) {
        groups.getLast().add(month);
      } else {
        groups.add(new ArrayList<>(List.of(month)));
      }
    }
    return groups;
  }

  private static boolean follows(DerivedMonth one, DerivedMonth next) {
    return ChronoUnit.MONTHS.between(one.month(), next.month()) == 1
        && one.amountMinor() == next.amountMinor()
        && one.steps().equals(next.steps());
  }

  private void schedule() {
    if (derivation.arrears().isEmpty()) {
      return;
    }
    sheets.heading("Коли виплачується");
    var terms = new LinkedHashSet<String>();
    for (var month : derivation.arrears()) {
      terms.add(DerivationText.term(month.term()));
      if (month.isPayable()) {
        terms.add(DerivationText.term(month.schedule().term()));
      }
    }
    terms.forEach(sheets::paragraph);
    sheets.paragraph("");
    scheduleRow("За місяць", "Сума, грн", "Виплата у", "Як");
    derivation
        .arrears()
        .forEach(
            month ->
                scheduleRow(
                    InUkrainian.month(month.month()),
                    InUkrainian.money(month.amountMinor()),
                    month.isPayable() ? InUkrainian.month(month.schedule().period()) : "—",
                    DerivationText.rule(month)));
  }

  private void scheduleRow(String month, String sum, String period, String how) {
    sheets.row(List.of(month, sum, period, how), 100, 110, 100, Sheets.WIDTH - 310);
  }

  private void later(DerivationFile.Recalculated later) {
    sheets.heading("Перерахунок " + InUkrainian.day(kyivDay(later.at())));
    sheets.paragraph(later.reason());
    amounts(later.months(), true);
  }

  private void signatures(
      Optional<DerivationFile.About> about, String printedBy, LocalDate printedOn) {
    sheets.heading("Хто вирішив");
    about.flatMap(DerivationFile.About::proposed).ifPresent(one -> decided("Подав(ла)", one));
    about.flatMap(DerivationFile.About::approved).ifPresent(one -> decided("Затвердив(ла)", one));
    if (about.flatMap(DerivationFile.About::approved).isEmpty()) {
      sheets.paragraph("Ще не затверджено: розмір може змінитися.");
    }
    field("Надрукував(ла)", printedBy + ", " + InUkrainian.day(printedOn));
  }

  private void decided(String label, DerivationFile.Decided step) {
    field(label, step.name() + ", " + InUkrainian.day(kyivDay(step.at())));
  }

  private static LocalDate kyivDay(Instant at) {
    return LocalDate.ofInstant(at, KyivCalendar.KYIV);
  }

  private void field(String label, String value) {
    sheets.field(label, value, LABEL_WIDTH);
  }

  private static String hryvnias(long minor) {
    return InUkrainian.money(minor) + " грн";
  }
}
