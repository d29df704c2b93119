package ua.vidnova.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.contracts.identifiers.Rnokpp;

/** Invented people, as registrars send them. No two have a number or a family name in common. */
public final class TestPeople {

  /** A city of Luhansk oblast, its hromada, and a city of another hromada. */
  public static final String ALCHEVSK = "UA44020010010037242";

  public static final String ALCHEVSK_HROMADA = "UA44020010000067642";
  public static final String SIVERSKODONETSK = "UA44120110010072887";
  public static final String SIVERSKODONETSK_HROMADA = "UA44120110000010163";
  public static final String LUHANSK_OBLAST = "UA44000000000018893";

  public static final LocalDate BIRTH = LocalDate.of(1951, 4, 17);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] SYLLABLES = {
    "ба", "во", "ду", "жа", "зо", "ку", "ла", "мо", "ну", "ра"
  };
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPeople() {}

  /** A woman of Alchevsk who has everything that a person can have. */
  public static ObjectNode woman() {
    var person =
        read(
            """
            {
              "name": {"given": "Ганна", "patronymic": "Прикладівна"},
              "birthDate": "1951-04-17",
              "sex": "FEMALE",
              "documents": [{
                "type": "PASSPORT",
                "number": "ЕК 123456",
                "issuedOn": "1998-05-20",
                "issuer": "Алчевський МВ УМВС",
                "evidenceLevel": "ORIGINAL"
              }],
              "settlement": "UA44020010010037242",
              "phone": "+380500000001",
              "paymentChannel": {"kind": "BANK", "iban": "UA283004650000026200000000000"},
              "noRussianPension": {"declaredOn": "2026-11-16"},
              "identifiedOn": "2026-11-16",
              "deviceTime": "2026-11-16T08:30:00Z"
            }
            """);
    person.withObject("/name").put("family", newFamily());
    return person.put("rnokpp", newRnokpp());
  }

  /** The same kind of woman, who has lost her number. */
  public static ObjectNode withoutNumber() {
    var person = woman().put("rnokppAbsence", "LOST");
    person.remove("rnokpp");
    return person;
  }

  /** A woman whom nothing likens to anybody else: of another age, with papers of her own. */
  public static ObjectNode stranger() {
    var count = COUNT.incrementAndGet();
    var birth = LocalDate.of(1925, 1, 1).plusDays(911L * count % 18_000);
    var person = woman().put("birthDate", birth.toString());
    person.put("rnokpp", Rnokpp.of(birth, count, false)).remove("phone");
    ((ObjectNode) person.at("/documents/0")).put("number", "ВЕ %06d".formatted(count));
    return person;
  }

  /** The same kind of woman, who has lost her number. */
  public static ObjectNode strangerWithoutNumber() {
    var person = stranger().put("rnokppAbsence", "LOST");
    person.remove("rnokpp");
    return person;
  }

  /** A РНОКПП that nobody has yet, of a woman born on {@link #BIRTH}. */
  public static String newRnokpp() {
    return Rnokpp.of(BIRTH, COUNT.incrementAndGet(), false);
  }

  /** A family name that nobody bears yet; no two sound alike. */
  public static String newFamily() {
    var name = new StringBuilder("Ти");
    for (var rest = 1_000 + COUNT.incrementAndGet(); rest > 0; rest /= SYLLABLES.length) {
      name.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return name.append("ченко").toString();
  }

  /** Reads a JSON object. */
  public static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Changes one value.
   *
   * @param pointer where, such as {@code /documents/0/number}
   * @param value JSON; empty to take it away
   */
  public static ObjectNode with(ObjectNode person, String pointer, String value) {
    try {
      var end = pointer.lastIndexOf('/');
      var parent = person.at(pointer.substring(0, end));
      var last = pointer.substring(end + 1);
      switch (parent) {
        case ObjectNode object when value.isEmpty() -> object.remove(last);
        case ObjectNode object -> object.set(last, JSON.readTree(value));
        case ArrayNode list -> list.insert(Integer.parseInt(last), JSON.readTree(value));
        default -> throw new IllegalArgumentException("Nothing at " + pointer);
      }
      return person;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
