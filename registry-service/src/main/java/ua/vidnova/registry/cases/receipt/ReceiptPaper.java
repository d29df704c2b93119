package ua.vidnova.registry.cases.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Puts a receipt with its QR code on A4, mostly on one sheet; sizes are in points. */
final class ReceiptPaper {

  private static final String FONT = "/fonts/DejaVuSans.ttf";
  private static final float MARGIN = 56;
  private static final float LABEL_WIDTH = 120;
  private static final float TITLE_SIZE = 17;
  private static final float TEXT_SIZE = 10;
  private static final float LINE_HEIGHT = 15;
  private static final float QR_WIDTH = 130;

  private final PDDocument document;
  private final PDType0Font font;
  private PDPageContentStream sheet;
  private float y;

  private ReceiptPaper(PDDocument document, PDType0Font font) {
    this.document = document;
    this.font = font;
  }

  /** Prints the text, the QR code and beside it the receipt's code in letters. */
  static byte[] print(ReceiptText text, QrCode qr, String code) {
    try (var document = new PDDocument();
        var file = ReceiptPaper.class.getResourceAsStream(FONT);
        var out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(text.title());
      document.getDocumentCatalog().setLanguage("uk-UA");
      new ReceiptPaper(document, PDType0Font.load(document, file)).fill(text, qr, code);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(ReceiptText text, QrCode qr, String code) throws IOException {
    takeSheet();
    y -= TITLE_SIZE;
    write(text.title(), MARGIN, TITLE_SIZE);
    y -= 2 * LINE_HEIGHT;
    for (var line : text.lines()) {
      write(line.label(), MARGIN, TEXT_SIZE);
      writeWrapped(line.value(), MARGIN + LABEL_WIDTH);
      feed(LINE_HEIGHT / 3);
    }
    if (y - QR_WIDTH < MARGIN) {
      takeSheet();
    }
    draw(qr, MARGIN, y - QR_WIDTH);
    y -= LINE_HEIGHT;
    writeWrapped(text.footer(), MARGIN + QR_WIDTH + LINE_HEIGHT);
    writeWrapped(code.replaceAll("(.{4})(?!$)", "$1 "), MARGIN + QR_WIDTH + LINE_HEIGHT);
    sheet.close();
  }

  private void takeSheet() throws IOException {
    if (sheet != null) {
      sheet.close();
    }
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    sheet = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void feed(float height) throws IOException {
    y -= height;
    if (y < MARGIN) {
      takeSheet();
    }
  }

  private void writeWrapped(String text, float x) throws IOException {
    for (var line : wrap(text, PDRectangle.A4.getWidth() - MARGIN - x)) {
      write(line, x, TEXT_SIZE);
      feed(LINE_HEIGHT);
    }
  }

  private void write(String text, float x, float size) throws IOException {
    sheet.beginText();
    sheet.setFont(font, size);
    sheet.newLineAtOffset(x, y);
    sheet.showText(printable(text));
    sheet.endText();
  }

  private List<String> wrap(String text, float width) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.strip().split("\\s+")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && widthOf(longer) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private float widthOf(String text) throws IOException {
    return font.getStringWidth(printable(text)) / 1000 * TEXT_SIZE;
  }

  /** A character that the font does not have is shown as a question mark. */
  private String printable(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> shown.append(hasGlyph(character) ? character : "?"));
    return shown.toString();
  }

  private boolean hasGlyph(String character) {
    try {
      return font.encode(character).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(QrCode qr, float left, float bottom) throws IOException {
    var size = QR_WIDTH / qr.size();
    for (var row = 0; row < qr.size(); row++) {
      for (var column = 0; column < qr.size(); column++) {
        if (qr.isDark(column, row)) {
          sheet.addRect(left + column * size, bottom + (qr.size() - 1 - row) * size, size, size);
        }
      }
    }
    sheet.fill();
  }
}
