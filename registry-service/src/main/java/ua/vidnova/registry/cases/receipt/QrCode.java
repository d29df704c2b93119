package ua.vidnova.registry.cases.receipt;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import ua.vidnova.chassis.paper.Sheets;

/** A text as a square of dark and light modules. */
final class QrCode implements Sheets.Modules {

  private static final int PIXELS_PER_MODULE = 6;
  private static final int QUIET_MODULES = 4;
  private static final int WHITE = 0xffffff;

  private final String text;
  private final ByteMatrix modules;

  private QrCode(String text, ByteMatrix modules) {
    this.text = text;
    this.modules = modules;
  }

  /** Draws a text so that it survives dirt and folds on some 15 % of it (ISO 18004, level M). */
  static QrCode of(String text) {
    try {
      return new QrCode(text, Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalStateException("The text does not fit into a QR code", e);
    }
  }

  /** Modules on a side. */
  @Override
  public int size() {
    return modules.getWidth();
  }

  @Override
  public boolean isDark(int column, int row) {
    return modules.get(column, row) == 1;
  }

  /**
   * Whether a plain reader reads it. About one code in fifty looks, to the detectors of common
   * readers, as if it had an alignment mark where it has none.
   */
  boolean isReadable() {
    var width = (size() + 2 * QUIET_MODULES) * PIXELS_PER_MODULE;
    var pixels = new int[width * width];
    Arrays.fill(pixels, WHITE);
    for (var y = 0; y < size() * PIXELS_PER_MODULE; y++) {
      for (var x = 0; x < size() * PIXELS_PER_MODULE; x++) {
        if (isDark(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE)) {
          var quiet = QUIET_MODULES * PIXELS_PER_MODULE;
          pixels[(quiet + y) * width + quiet + x] = 0;
        }
      }
    }
    var picture = new RGBLuminanceSource(width, width, pixels);
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(picture)))
          .getText()
          .equals(text);
    } catch (ReaderException e) {
      return false;
    }
  }
}
