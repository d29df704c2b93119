package ua.vidnova.bench.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import ua.vidnova.bench.people.Language;
import ua.vidnova.bench.people.Paper;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.registration.RegistrationRequest;
import ua.vidnova.registry.resident.PaymentChannel;
import ua.vidnova.registry.resident.RnokppAbsence;

/** People as a registrar writes them down. */
final class Registrations {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /** The registry keeps names in Ukrainian letters; Russian ones that need others stay out. */
  private static final Pattern UKRAINIAN_LETTERS = Pattern.compile("[А-ЩЬЮЯҐЄІЇа-щьюяґєії’ -]+");

  private Registrations() {}

  /**
   * The registration of a person: one in twelve without a number, one in two of those with an
   * occupation paper by the Russian name in it.
   */
  static RegistrationRequest of(Person person) {
    boolean numberless = person.number() % 12 == 0;
    var name = name(person);
    return new RegistrationRequest(
        null,
        new RegistrationRequest.Name(name.family(), name.given(), name.patronymic()),
        person.birthDate(),
        person.sex(),
        numberless ? null : person.rnokpp(),
        numberless ? RnokppAbsence.LOST : null,
        person.papers().stream().map(Registrations::document).toList(),
        person.settlement(),
        person.phone(),
        new RegistrationRequest.PaymentChannelPreference(PaymentChannel.Kind.POST, null),
        null,
        Population.AS_OF,
        null);
  }

  static String json(RegistrationRequest request) {
    try {
      return JSON.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name that the registry will have. */
  static PersonName name(Person person) {
    boolean occupationPaper =
        person.papers().stream().anyMatch(p -> p.level() == EvidenceLevel.OCCUPATION_ISSUED);
    var russian = person.name().in(Language.RUSSIAN, person.sex());
    boolean fits =
        List.of(russian.family(), russian.given(), russian.patronymic()).stream()
            .allMatch(part -> UKRAINIAN_LETTERS.matcher(part).matches());
    return occupationPaper && fits && person.number() % 2 == 0
        ? russian
        : person.name().in(Language.UKRAINIAN, person.sex());
  }

  private static RegistrationRequest.Document document(Paper paper) {
    return new RegistrationRequest.Document(
        paper.type(), paper.number(), paper.issuedOn(), paper.expiresOn(), null, paper.level());
  }
}
