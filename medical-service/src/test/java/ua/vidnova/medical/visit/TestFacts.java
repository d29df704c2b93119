package ua.vidnova.medical.visit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ua.vidnova.medical.resident.TestResidents;

/** Facts of visits for tests of rules and mappings. */
public final class TestFacts {

  private TestFacts() {}

  public static final Diagnosis PRIMARY =
      new Diagnosis(
          Diagnosis.Role.PRIMARY,
          "K86",
          null,
          Diagnosis.ClinicalStatus.ACTIVE,
          Diagnosis.VerificationStatus.CONFIRMED,
          null,
          null);

  /** Who, where, when, with consent, one diagnosis, and that it ended well; nothing else. */
  public static VisitFacts bare(Instant startedAt) {
    return new VisitFacts(
        UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01"),
        null,
        TestResidents.SETTLEMENT,
        startedAt,
        null,
        new Seen(null, null, null, null, Seen.Consent.GIVEN),
        null,
        Vitals.NOT_MEASURED,
        List.of(),
        List.of(PRIMARY),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        null,
        List.of(),
        new Outcome(Outcome.Kind.TREATED, null, null, null));
  }

  /** The same record with one component changed. */
  @SuppressWarnings("unchecked")
  public static <R extends Record> R with(R record, String component, Object value) {
    var components = record.getClass().getRecordComponents();
    try {
      var values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        var accessor = components[i].getAccessor();
        accessor.setAccessible(true);
        values[i] = components[i].getName().equals(component) ? value : accessor.invoke(record);
      }
      var types = Arrays.stream(components).map(part -> part.getType()).toArray(Class<?>[]::new);
      var constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
