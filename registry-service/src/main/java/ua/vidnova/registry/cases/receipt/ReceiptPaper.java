package ua.vidnova.registry.cases.receipt;

import java.util.List;
import ua.vidnova.chassis.paper.Sheets;

/** Puts a receipt with its QR code on paper, mostly on one sheet; sizes are in points. */
final class ReceiptPaper {

  private static final float LABEL_WIDTH = 120;
  private static final float QR_WIDTH = 130;

  private ReceiptPaper() {}

  /** Prints the text, the QR code and beside it the receipt's code in letters. */
  static byte[] print(ReceiptText text, QrCode qr, String code) {
    try (var sheets = Sheets.titled(text.title())) {
      text.lines().forEach(line -> sheets.field(line.label(), line.value(), LABEL_WIDTH));
      sheets.square(qr, QR_WIDTH, List.of(text.footer(), code.replaceAll("(.{4})(?!$)", "$1 ")));
      return sheets.toPdf();
    }
  }
}
