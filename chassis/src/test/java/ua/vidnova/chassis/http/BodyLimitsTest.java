package ua.vidnova.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitsTest {

  private static final BodyLimits LIMITS =
      new BodyLimits() {
        @Override
        public MemorySize bodyMax() {
          return bytes(1);
        }

        @Override
        public Map<String, MemorySize> bodyMaxOf() {
          return Map.of("/api/imports", bytes(32), "/api/cases/*/scans/*", bytes(10));
        }
      };

  @ParameterizedTest
  @CsvSource({
    "/api/imports, 32",
    "/api/imports/, 1",
    "/api/imports/7, 1",
    "/api/cases/7/scans/8, 10",
    "/api/cases/7/scans, 1",
    "/api/cases/7/scans/8/9, 1",
    "/api/cases/7/8/scans/9, 1",
    "/api/cases/7/other/8, 1",
    "/, 1"
  })
  void a_path_has_its_own_limit_or_that_of_all(String path, long bytes) {
    assertThat(LIMITS.bytesMaxOf(path)).isEqualTo(bytes);
  }

  private static MemorySize bytes(long count) {
    return new MemorySize(BigInteger.valueOf(count));
  }
}
