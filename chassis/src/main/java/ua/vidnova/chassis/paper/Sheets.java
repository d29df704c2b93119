package ua.vidnova.chassis.paper;

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

/**
 * Writes a document from top to bottom onto as many A4 sheets as it takes; sizes are in points. A
 * service that prints adds PDFBox to its dependencies.
 */
public final class Sheets implements AutoCloseable {

  private static final String FONT = "/fonts/DejaVuSans.ttf";
  private static final float MARGIN = 56;
  private static final float TITLE_SIZE = 17;
  private static final float HEADING_SIZE = 12;
  private static final float TEXT_SIZE = 10;
  private static final float LINE_HEIGHT = 15;

  /** Width between the margins. */
  public static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDDocument document;
  private final PDType0Font font;
  private PDPageContentStream sheet;
  private float y;

  private Sheets(PDDocument document, PDType0Font font) {
    this.document = document;
    this.font = font;
  }

  /** Takes the first sheet and writes the title. */
  public static Sheets titled(String title) {
    var document = new PDDocument();
    try (var file = Sheets.class.getResourceAsStream(FONT)) {
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage("uk-UA");
      var sheets = new Sheets(document, PDType0Font.load(document, file));
      sheets.takeSheet();
      sheets.y -= TITLE_SIZE;
      sheets.write(title, MARGIN, TITLE_SIZE);
      sheets.y -= 2 * LINE_HEIGHT;
      return sheets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A heading, never alone at the foot of a sheet. */
  public void heading(String text) {
    feed(LINE_HEIGHT / 2);
    need(4 * LINE_HEIGHT);
    write(text, MARGIN, HEADING_SIZE);
    feed(LINE_HEIGHT * 1.3f);
  }

  /** A name and what stands beside it. */
  public void field(String label, String value, float labelWidth) {
    row(List.of(label, value), labelWidth, WIDTH - labelWidth);
    feed(LINE_HEIGHT / 3);
  }

  /** A text over the whole width. */
  public void paragraph(String text) {
    row(List.of(text), WIDTH);
  }

  /** Texts side by side, each within its width; a row is not broken between sheets. */
  public void row(List<String> cells, float... widths) {
    var lines = new ArrayList<List<String>>();
    for (var i = 0; i < widths.length; i++) {
      lines.add(wrap(cells.get(i), widths[i]));
    }
    var height = lines.stream().mapToInt(List::size).max().orElse(1);
    need(height * LINE_HEIGHT);
    for (var line = 0; line < height; line++) {
      var x = MARGIN;
      for (var i = 0; i < widths.length; i++) {
        if (line < lines.get(i).size()) {
          write(lines.get(i).get(line), x, TEXT_SIZE);
        }
        x += widths[i];
      }
      feed(LINE_HEIGHT);
    }
  }

  /** What is dark in a square of modules. */
  public interface Modules {
    int size();

    boolean isDark(int column, int row);
  }

  /** A square of modules with texts beside it. */
  public void square(Modules modules, float width, List<String> beside) {
    if (y - width < MARGIN) {
      takeSheet();
    }
    draw(modules, width);
    y -= LINE_HEIGHT;
    var left = width + LINE_HEIGHT;
    for (var text : beside) {
      row(List.of("", text), left, WIDTH - left);
    }
  }

  /** The document; nothing can be written any more. */
  public byte[] toPdf() {
    try (var out = new ByteArrayOutputStream()) {
      sheet.close();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeSheet() {
    try {
      if (sheet != null) {
        sheet.close();
      }
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      sheet = new PDPageContentStream(document, page);
      y = PDRectangle.A4.getHeight() - MARGIN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a new sheet unless so much is left of this one. */
  private void need(float height) {
    if (y - height < MARGIN - LINE_HEIGHT && height < PDRectangle.A4.getHeight() - 2 * MARGIN) {
      takeSheet();
    }
  }

  private void feed(float height) {
    y -= height;
    if (y < MARGIN) {
      takeSheet();
    }
  }

  private void write(String text, float x, float size) {
    try {
      sheet.beginText();
      sheet.setFont(font, size);
      sheet.newLineAtOffset(x, y);
      sheet.showText(printable(text));
      sheet.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Modules modules, float width) {
    try {
      var size = width / modules.size();
      for (var row = 0; row < modules.size(); row++) {
        for (var column = 0; column < modules.size(); column++) {
          if (modules.isDark(column, row)) {
            sheet.addRect(
                MARGIN + column * size, y - width + (modules.size() - 1 - row) * size, size, size);
          }
        }
      }
      sheet.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> wrap(String text, float width) {
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

  private float widthOf(String text) {
    try {
      return font.getStringWidth(printable(text)) / 1000 * TEXT_SIZE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
