package ua.vidnova.registry.matching;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.registry.TestPeople;

/** Invented people without a РНОКПП, born on days that no other test's people were born on. */
final class MatchPeople {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private MatchPeople() {}

  /** A birth date that nobody has yet. */
  static String newBirthDate() {
    return LocalDate.of(1931, 1, 2).plusDays(37L * COUNT.incrementAndGet()).toString();
  }

  /** A man of Alchevsk with a passport of his own. */
  static ObjectNode man(String family, String given, String patronymic, String birthDate) {
    var man =
        TestPeople.read(
            """
            {
              "name": {},
              "sex": "MALE",
              "rnokppAbsence": "LOST",
              "documents": [{"type": "PASSPORT", "evidenceLevel": "ORIGINAL"}],
              "settlement": "UA44020010010037242"
            }
            """);
    man.withObject("/name").put("family", family).put("given", given).put("patronymic", patronymic);
    man.withObject("/documents/0").put("number", newPassport());
    return man.put("birthDate", birthDate);
  }

  /** A passport number that nobody has yet. */
  static String newPassport() {
    return "ВМ%06d".formatted(100_000 + 7 * COUNT.incrementAndGet());
  }
}
