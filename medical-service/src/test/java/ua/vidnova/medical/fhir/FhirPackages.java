package ua.vidnova.medical.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** HL7's packages as they lie beside the tests; see their README. */
final class FhirPackages {

  private FhirPackages() {}

  /** Examples of FHIR R4 by file name. */
  static Map<String, String> examples() {
    return read("/fhir/hl7.fhir.r4.examples-4.0.1.zip");
  }

  /** Profiles and value sets of the International Patient Summary by file name. */
  static Map<String, String> internationalPatientSummary() {
    return read("/fhir/hl7.fhir.uv.ips-2.0.0.zip");
  }

  private static Map<String, String> read(String name) {
    var files = new TreeMap<String, String>();
    try (var zip =
        new ZipInputStream(FhirPackages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
