package ua.vidnova.registry.cases.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.registry.cases.CaseFile;
import ua.vidnova.registry.cases.CaseState;
import ua.vidnova.registry.cases.document.CaseDocument;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.services.OfferedService;

/** What a receipt says, in Ukrainian. */
record ReceiptText(String title, List<Line> lines, String footer) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  /** A name and what stands beside it. */
  record Line(String label, String value) {}

  static ReceiptText of(
      CaseFile file,
      PersonName applicant,
      String settlementName,
      String printedBy,
      LocalDate printedOn) {
    var one = file.serviceCase();
    var service = file.service();
    var lines = new ArrayList<Line>();
    lines.add(new Line("Послуга", service.nameUk()));
    lines.add(new Line("Підстава", basis(service)));
    lines.add(new Line("Заявник", fullName(applicant)));
    lines.add(new Line("Населений пункт", settlementName));
    lines.add(new Line("Подано", one.submittedOn().format(DAY)));
    lines.add(new Line("Розглядає", service.competentBody().nameUk()));
    lines.add(new Line("Граничний строк", one.deadline().format(DAY)));
    lines.add(new Line("Плата", fee(service.fee())));
    lines.add(new Line("Стан справи", state(one.state())));
    lines.add(new Line("Додані документи", documents(file)));
    lines.add(new Line("Прийняв(ла)", file.transitions().getFirst().recordedByName()));
    lines.add(new Line("Надрукував(ла)", printedBy + ", " + printedOn.format(DAY)));
    lines.add(new Line("Номер справи", one.id().toString()));
    return new ReceiptText(
        "Розписка про прийняття заяви",
        lines,
        "Щоб перевірити розписку, наведіть камеру на код. Перевірка покаже послугу і день подання;"
            + " персональних даних вона не показує.");
  }

  private static String basis(OfferedService service) {
    return service.article() == null ? service.act() : service.act() + ", " + service.article();
  }

  private static String fullName(PersonName name) {
    return Stream.of(name.family(), name.given(), name.patronymic())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }

  private static String fee(OfferedService.Fee fee) {
    return switch (fee.rule()) {
      case FREE -> "безоплатно";
      case SET_BY_COMPETENT_BODY -> "визначає орган, що розглядає заяву";
      case SHARE_OF_SUBSISTENCE ->
          percent(fee.basisPoints())
              + " % прожиткового мінімуму для працездатних осіб на 1 січня"
              + (fee.lateBasisPoints() == null
                  ? ""
                  : "; з порушенням строку — " + percent(fee.lateBasisPoints()) + " %");
    };
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2)
        .stripTrailingZeros()
        .toPlainString()
        .replace('.', ',');
  }

  private static String state(CaseState state) {
    return switch (state) {
      case SUBMITTED -> "заяву подано";
      case WAITING_FOR_DOCUMENTS -> "очікує на документи від заявника";
      case AT_COMPETENT_BODY -> "передано органу, що розглядає заяву";
      case DECIDED -> "рішення ухвалено";
      case HANDED_OVER -> "результат видано";
      case REFUSED -> "відмовлено";
    };
  }

  private static String documents(CaseFile file) {
    return file.documents().isEmpty()
        ? "немає"
        : file.documents().stream()
            .map(document -> nameOf(document, file.service()))
            .collect(Collectors.joining("; "));
  }

  private static String nameOf(CaseDocument document, OfferedService service) {
    var name =
        service
            .findDocument(document.kind())
            .map(OfferedService.NeededDocument::nameUk)
            .orElse(document.kind().equals("DECISION") ? "Рішення" : "Інший документ");
    return name + " (" + document.sha256().substring(0, 8) + ")";
  }
}
