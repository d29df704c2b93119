package ua.vidnova.registry.cases.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files that are what they say, and files that are not. */
public final class Samples {

  private Samples() {}

  public static byte[] jpeg() {
    return picture("jpg", 40, 30);
  }

  public static byte[] png() {
    return picture("png", 40, 30);
  }

  /** A picture of noise, so that it is as large as its pixels. */
  public static byte[] largePng(int side) {
    return picture("png", side, side);
  }

  private static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (var x = 0; x < width; x++) {
      for (var y = 0; y < height; y++) {
        image.setRGB(x, y, new Color(random.nextInt(0xffffff)).getRGB());
      }
    }
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] pdf() {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A ZIP that unfolds to a thousand times its size. */
  static byte[] zipBomb() {
    try (var out = new ByteArrayOutputStream();
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("scan.pdf"));
      zip.write(new byte[8 * 1024 * 1024]);
      zip.closeEntry();
      zip.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG of a few bytes that says it has a hundred thousand pixels on each side. */
  static byte[] pixelBomb() {
    var file = png();
    var header = ByteBuffer.wrap(file);
    header.putInt(16, 100_000).putInt(20, 100_000);
    var crc = new CRC32();
    crc.update(file, 12, 17);
    header.putInt(29, (int) crc.getValue());
    return file;
  }

  static byte[] cut(byte[] file, int bytes) {
    return Arrays.copyOf(file, file.length - bytes);
  }

  static byte[] changed(byte[] file, int at) {
    var copy = file.clone();
    copy[at] ^= 0x55;
    return copy;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
