package ua.vidnova.payments.voucher;

import java.time.LocalDate;
import java.util.List;
import ua.vidnova.chassis.paper.Sheets;
import ua.vidnova.payments.paper.InUkrainian;

/** Vouchers on paper, for the resident to take to the till. */
public final class VoucherPaper {

  private static final float LABEL_WIDTH = 110;

  private VoucherPaper() {}

  public static byte[] print(List<Voucher> vouchers, String printedBy, LocalDate printedOn) {
    try (var sheets = Sheets.titled("Ваучери на отримання готівки")) {
      if (vouchers.isEmpty()) {
        sheets.paragraph("Чинних ваучерів немає.");
      }
      vouchers.forEach(voucher -> print(sheets, voucher));
      sheets.heading("Як отримати");
      sheets.paragraph(
          "Назвіть на касі код і покажіть документ із РНОКПП. Код одноразовий: нікому іншому його"
              + " не показуйте.");
      field(sheets, "Надрукував(ла)", printedBy + ", " + InUkrainian.day(printedOn));
      return sheets.toPdf();
    }
  }

  private static void print(Sheets sheets, Voucher voucher) {
    sheets.heading(InUkrainian.money(voucher.amountMinor()) + " грн");
    field(sheets, "Код", voucher.code());
    field(sheets, "Каса", voucher.till());
    if (voucher.validFrom() != null) {
      field(sheets, "Дійсний з", InUkrainian.day(voucher.validFrom()));
    }
    field(sheets, "Дійсний до", InUkrainian.day(voucher.validTo()) + " включно");
    if (voucher.dayReason() != null) {
      field(sheets, "Чому не раніше", "Готівку каси на попередні дні розподілено");
    }
    field(sheets, "Номер", voucher.instructionId().toString());
  }

  private static void field(Sheets sheets, String label, String value) {
    sheets.field(label, value, LABEL_WIDTH);
  }
}
