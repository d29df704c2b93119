package ua.vidnova.payments.cashcollection;

import java.time.LocalDate;
import java.util.List;
import ua.vidnova.chassis.paper.Sheets;
import ua.vidnova.payments.paper.InUkrainian;

/** The resident's own sheet of a receipt: what they were given, by whom, before which witness. */
public final class ReceiptPaper {

  private static final float LABEL_WIDTH = 150;
  private static final float SUM_WIDTH = 110;
  private static final float MONTH_WIDTH = 80;

  private ReceiptPaper() {}

  /** Prints a receipt that was recorded. */
  public static byte[] print(CashReceipt receipt, String printedBy, LocalDate printedOn) {
    try (var sheets = Sheets.titled("Розписка про отримання готівки")) {
      field(sheets, "Номер", receipt.number());
      field(sheets, "Отримано", InUkrainian.day(receipt.handedOutOn()));
      field(sheets, "Особа", receipt.residentName());
      field(sheets, "Видано", receipt.official().name() + ", " + office(receipt));
      field(sheets, "Підстава", receipt.official().act());
      sheets.heading("Виплати");
      receipt.lines().forEach(line -> line(sheets, line));
      sum(sheets, "Разом", "", receipt.totalMinor());
      sheets.heading("Підписи");
      field(sheets, "Отримав(ла)", "______________________________");
      field(sheets, "Видав(ла)", "______________________________");
      field(sheets, "Свідок", "______________________________ (" + witness(receipt) + ")");
      field(sheets, "Надрукував(ла)", printedBy + ", " + InUkrainian.day(printedOn));
      return sheets.toPdf();
    }
  }

  private static void line(Sheets sheets, CashReceipt.Line line) {
    sum(sheets, line.programme(), "за " + InUkrainian.month(line.month()), line.amountMinor());
  }

  private static void sum(Sheets sheets, String what, String month, long minor) {
    sheets.row(
        List.of(what, month, InUkrainian.money(minor) + " грн"),
        Sheets.WIDTH - SUM_WIDTH - MONTH_WIDTH,
        MONTH_WIDTH,
        SUM_WIDTH);
  }

  private static void field(Sheets sheets, String label, String value) {
    sheets.field(label, value, LABEL_WIDTH);
  }

  private static String office(CashReceipt receipt) {
    return switch (receipt.official().office()) {
      case HROMADA_HEAD -> "голова територіальної громади";
      case STAROSTA -> "староста";
      case MILITARY_ADMINISTRATION_HEAD -> "начальник військової адміністрації";
    };
  }

  private static String witness(CashReceipt receipt) {
    return switch (receipt.witness()) {
      case COUNCIL_OFFICER -> "посадова особа місцевого самоврядування";
      case SOCIAL_WORKER -> "соціальний працівник";
      case POLICE_OFFICER -> "поліцейський";
      case RESIDENT -> "мешканець";
    };
  }
}
