package ua.vidnova.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/api/registry/v1/residents, /api/registry/v1/residents",
    "/api/registry/v1/residents/0192e4a0-7b1c-7def-8abc-0123456789ab,"
        + "/api/registry/v1/residents/0192e4a0-7b1c-7def-8abc-0123456789ab",
    "/api/coordination/v1/settlements/UA44120050010022222/status,"
        + "/api/coordination/v1/settlements/UA44120050010022222/status",
    "/api/registry/v1/residents/3126710537, /api/registry/v1/residents/*",
    "/api/registry/v1/residents/Шевченко, /api/registry/v1/residents/*",
    "/api/registry/v1/residents/%D0%A8, /api/registry/v1/residents/*",
    "/api/registry/v1/residents/Koval, /api/registry/v1/residents/*",
    "/api/medical/fhir/R4/Patient/x@y, /api/medical/fhir/R4/*/*",
    "/a/b/c/d/e/f/g/h/i/j/k/Koval/m, /a/b/c/d/e/f/g/h/i/j/k/*"
  })
  void shows_words_of_the_api_and_ids_and_nothing_else(String path, String logged) {
    assertThat(LoggedPath.of(path)).isEqualTo(logged);
  }
}
