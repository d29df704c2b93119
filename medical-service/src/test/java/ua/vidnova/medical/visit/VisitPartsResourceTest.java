package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.countOf;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** The rules of the parts of a visit, as a table that is sent row by row. */
@QuarkusTest
@WithPlatform
class VisitPartsResourceTest {

  private static final Instant START = anHourAgo();
  private static final LocalDate DAY = LocalDate.ofInstant(START, KyivCalendar.KYIV);
  private static final Pattern DAYS = Pattern.compile("\\{day([+-]\\d+)?}");

  /** Short for a diagnosis, a medicine and a vaccination with all they need. */
  private static final Map<String, String> SHORTHANDS =
      Map.of(
          "\\{D:(\\w+):([^}]+)}",
          "{\"role\":\"$1\",\"code\":\"$2\",\"clinicalStatus\":\"ACTIVE\","
              + "\"verificationStatus\":\"CONFIRMED\"}",
          "\\{M:([\\d-]+):([^}]+)}",
          "{\"name\":\"Вигаданоприл\",\"batch\":\"B-77\",\"expiresOn\":\"$1\",\"quantity\":$2,"
              + "\"unit\":\"табл.\",\"given\":\"DISPENSED\"}",
          "\\{V:([\\d-]+):([^}]+)}",
          "{\"vaccineCode\":\"TD\",\"vaccine\":\"Вигадана\",\"batch\":\"V-1\",\"expiresOn\":\"$1\","
              + "\"dose\":$2}");

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvFileSource(
      resources = "/visit-rules.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void a_part_that_cannot_be_is_named(
      String who, String members, String json, String field, String code) {
    var visit = with(visitOf(resident(who)), "startedAt", START.toString());
    var answer = send(body(visit, members.split(","), json.split(";")));
    if (code.equals("ok")) {
      answer.statusCode(201);
    } else {
      refusedField(answer, field, code);
      assertThat(countOf(visit)).isZero();
    }
  }

  private static UUID resident(String who) {
    return switch (who) {
      case "WOMAN_30" -> TestResidents.bornOn(DAY.minusYears(30));
      case "WOMAN_75" -> TestResidents.bornOn(DAY.minusYears(75));
      case "GIRL_8" -> TestResidents.bornOn(DAY.minusYears(8));
      case "GIRL_3" -> TestResidents.bornOn(DAY.minusYears(3));
      case "MAN_40" -> TestResidents.manBornOn(DAY.minusYears(40));
      case "UNKNOWN" -> TestResidents.withoutIdentity();
      default -> throw new IllegalArgumentException(who);
    };
  }

  /** The visit with members given as raw JSON; ~ takes one out. */
  private static String body(Map<String, Object> visit, String[] members, String[] json) {
    var others = visit;
    var added = new StringBuilder();
    for (int i = 0; i < members.length; i++) {
      others = with(others, members[i], null);
      if (!json[i].equals("~")) {
        added.append(",\"").append(members[i]).append("\":").append(inFull(json[i]));
      }
    }
    var text = TestVisits.json(others);
    return text.substring(0, text.length() - 1) + added + "}";
  }

  private static String inFull(String json) {
    var text =
        DAYS.matcher(json)
            .replaceAll(
                match ->
                    DAY.plusDays(match.group(1) == null ? 0 : Long.parseLong(match.group(1)))
                        .toString());
    for (var shorthand : SHORTHANDS.entrySet()) {
      text = text.replaceAll(shorthand.getKey(), shorthand.getValue());
    }
    return text;
  }
}
