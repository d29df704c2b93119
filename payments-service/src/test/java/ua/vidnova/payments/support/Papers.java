package ua.vidnova.payments.support;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads what was printed. */
public final class Papers {

  private Papers() {}

  /** The text of a PDF, with single spaces. */
  public static String textOf(Response answer) {
    try (var pdf = Loader.loadPDF(answer.asByteArray())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
