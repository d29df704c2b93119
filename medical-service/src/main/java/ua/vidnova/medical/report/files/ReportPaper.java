package ua.vidnova.medical.report.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ua.vidnova.chassis.paper.Sheets;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.mds.Band;
import ua.vidnova.medical.mds.MdsItem;
import ua.vidnova.medical.mds.Tally;
import ua.vidnova.medical.report.Check;
import ua.vidnova.medical.report.Counts;
import ua.vidnova.medical.report.DailyReport;
import ua.vidnova.medical.report.Finding;
import ua.vidnova.medical.report.HeaderFacts;
import ua.vidnova.medical.report.Row;
import ua.vidnova.medical.report.Scope;
import ua.vidnova.medical.report.StatedHeader;
import ua.vidnova.medical.territory.MapPoints;

/** Puts a report on paper: the form in Ukrainian, item names in English beside it. */
public final class ReportPaper {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private static final String WITHHELD = "менше межі";
  private static final int PLACES_MAX = 20;
  private static final float LABEL = 150;
  private static final float NUMBER = 28;
  private static final float COUNT = 45;

  private final Sheets sheets;
  private final DailyReport report;

  private ReportPaper(Sheets sheets, DailyReport report) {
    this.sheets = sheets;
    this.report = report;
  }

  /** Prints; the brigade signs and hands it to the coordination cell. */
  public static byte[] print(DailyReport report, String printedBy) {
    try (var sheets = Sheets.titled("Щоденний звіт медичної бригади (WHO EMT MDS)")) {
      var paper = new ReportPaper(sheets, report);
      paper.header();
      report.stated().forEach(paper::stated);
      paper.items();
      paper.proof();
      paper.field("Надрукував(ла)", printedBy + ", " + TIME.format(kyiv(report.madeAt())));
      paper.field("Підпис", "____________________");
      return sheets.toPdf();
    }
  }

  private void header() {
    field(scopeLabel(), report.scope().name());
    if (report.scope() instanceof Scope.Area && !report.teams().isEmpty()) {
      field("Бригади", String.join(", ", report.teams()));
    }
    field("Дні роботи", span(report.days().from(), report.days().to()));
    report.firstAt().ifPresent(at -> field("Перший огляд", TIME.format(kyiv(at))));
    report.lastAt().ifPresent(at -> field("Останній огляд до", TIME.format(kyiv(at))));
    field("Місця", places());
    field("Консультацій", Long.toString(report.consultations()));
    field("Нових госпіталізацій", report.newAdmissions().map(Object::toString).orElse(WITHHELD));
  }

  private String scopeLabel() {
    return switch (report.scope()) {
      case Scope.Area area -> "Територія";
      case Scope.Brigade brigade -> "Бригада";
      case Scope.Trip trip -> "Виїзд бригади";
    };
  }

  private String places() {
    var named =
        report.places().stream()
            .limit(PLACES_MAX)
            .map(ReportPaper::place)
            .collect(Collectors.joining("; "));
    var more = report.places().size() - PLACES_MAX;
    return report.places().isEmpty() ? "—" : more > 0 ? named + "; і ще " + more : named;
  }

  private static String place(Counts.OfPlace place) {
    var name =
        Territories.ukraine()
            .find(place.settlement())
            .map(Territory::nameUk)
            .orElse(place.settlement());
    return MapPoints.find(place.settlement())
        .map(
            point ->
                "%s (%s%s, %s)"
                    .formatted(
                        name, point.approximate() ? "≈ " : "", point.latitude(), point.longitude()))
        .orElse(name);
  }

  private void stated(StatedHeader header) {
    var facts = header.facts();
    sheets.heading("Бригада повідомляє за " + DAY.format(header.day()));
    optional("Організація", facts.organisation());
    field("Тип бригади", teamType(facts.teamType()));
    field("Контактна особа", facts.contactName());
    optional("Телефон", facts.contactPhone());
    optional("Пошта", facts.contactEmail());
    optional("Місце роботи", facts.place());
    if (facts.latitude() != null) {
      field(
          "Широта, довгота",
          facts.latitude().toPlainString() + ", " + facts.longitude().toPlainString());
    }
    field("Ліжок", Integer.toString(facts.bedCapacity()));
    optional("Потреби та ризики", facts.needsAndRisks());
    optional("Примітки", facts.comments());
  }

  private static String teamType(HeaderFacts.TeamType type) {
    return switch (type) {
      case TYPE_1_MOBILE -> "Тип 1, мобільна";
      case TYPE_1_FIXED -> "Тип 1, стаціонарна";
      case TYPE_2 -> "Тип 2";
      case TYPE_3 -> "Тип 3";
      case SPECIALISED -> "Спеціалізована";
    };
  }

  private void items() {
    var section = "";
    for (var row : report.rows()) {
      if (!row.item().section().equals(section)) {
        section = row.item().section();
        sheets.heading(SectionNames.uk(section));
        columns(row.item().tally());
      }
      line(row);
    }
    sheets.paragraph("* Показник, про який повідомляють негайно.");
  }

  private void columns(Tally tally) {
    if (tally != Tally.TOTAL) {
      var cells = new ArrayList<>(List.of("", ""));
      tally.bands().stream().map(Band::label).forEach(cells::add);
      cells.add("Разом");
      sheets.row(cells, widths(cells.size()));
    }
  }

  private void line(Row row) {
    var name = row.name().uk() + " / " + row.name().en() + (row.item().alert() ? " *" : "");
    var cells = new ArrayList<>(List.of(row.item().number() + ".", name));
    var tally = row.item().tally();
    if (tally == Tally.FROM_5_ONLY || tally == Tally.TOTAL) {
      cells.add("");
    }
    for (var band : tally.bands()) {
      cells.add(row.withheld() ? WITHHELD : Long.toString(row.counts().get(band)));
    }
    if (tally != Tally.TOTAL) {
      cells.add(row.withheld() ? WITHHELD : Long.toString(row.total()));
    }
    sheets.row(cells, widths(cells.size()));
  }

  /** A number, a name, and counts at the right margin. */
  private static float[] widths(int columns) {
    var widths = new float[columns];
    Arrays.fill(widths, COUNT);
    widths[0] = NUMBER;
    widths[1] = Sheets.WIDTH - NUMBER - (columns - 2) * COUNT;
    return widths;
  }

  private void proof() {
    sheets.heading("Перевірка");
    for (var check : report.checks()) {
      sheets.paragraph(
          "%s: %d, консультацій %d — %s"
              .formatted(
                  sum(check.code()),
                  check.counted(),
                  check.expected(),
                  check.holds() ? "збігається" : "НЕ ЗБІГАЄТЬСЯ"));
    }
    report.findings().forEach(finding -> sheets.paragraph("• " + text(finding)));
    if (isWithheld(MdsItem::isClinical)) {
      sheets.paragraph(
          "Консультацій менше за встановлену межу: показники 2–46 відомі лише тим, хто лікує, і"
              + " відповідальним за захист осіб.");
    }
    if (isWithheld(MdsItem::isProtection)) {
      sheets.paragraph(
          "Кількість, менша за встановлену межу, відома лише відповідальним за захист осіб.");
    }
    sheets.paragraph("");
  }

  private boolean isWithheld(Predicate<MdsItem> items) {
    return report.rows().stream().anyMatch(row -> row.withheld() && items.test(row.item()));
  }

  private static String sum(Check.Code code) {
    return switch (code) {
      case SUM_OF_SEXES -> "Сума пп. 1–3";
      case SUM_OF_AGES -> "Сума за віком";
      case SUM_OF_OUTCOMES -> "Сума пп. 36–42";
    };
  }

  private static String text(Finding finding) {
    return switch (finding.code()) {
      case SEX_OR_AGE_UNKNOWN -> "Стать або вік невідомі, оглядів: " + finding.visits();
      case TOO_YOUNG_FOR_ITEM ->
          "П. %d у дитини до 5 років, оглядів: %d".formatted(finding.item(), finding.visits());
      case LOCAL_ITEM_UNNAMED ->
          "П. %d не має назви, оглядів: %d".formatted(finding.item(), finding.visits());
      case LOCAL_ITEM_RENAMED -> "П. %d змінив назву за ці дні".formatted(finding.item());
    };
  }

  private void optional(String label, String value) {
    if (value != null) {
      field(label, value);
    }
  }

  private void field(String label, String value) {
    sheets.field(label, value, LABEL);
  }

  private static String span(LocalDate from, LocalDate to) {
    return from.equals(to) ? DAY.format(from) : DAY.format(from) + " – " + DAY.format(to);
  }

  private static ZonedDateTime kyiv(Instant at) {
    return at.atZone(KyivCalendar.KYIV);
  }
}
