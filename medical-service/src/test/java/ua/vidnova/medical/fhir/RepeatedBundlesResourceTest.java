package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.fhir.TestBundles.send;
import static ua.vidnova.medical.fhir.TestBundles.wholeVisitOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** A bundle that is sent again is known by the identifiers of its Encounter. */
@QuarkusTest
@WithPlatform
class RepeatedBundlesResourceTest {

  private static final Pattern ADDRESS =
      Pattern.compile("\"(fullUrl|reference)\": \"(urn:uuid:[^\"]+)\"");

  @Inject TransactionLock lock;

  @ParameterizedTest
  @ValueSource(strings = {"urn:uuid:", "https://clinic.example/fhir/Part/"})
  void addresses_within_the_bundle_may_be_others_in_each_try(String addresses) {
    var resident = TestResidents.living();
    var bundle = wholeVisitOf(resident);
    var first = locations(readdressed(bundle, addresses), "201");

    assertThat(locations(readdressed(bundle, addresses), "200")).isEqualTo(first);
    assertOutcome(
        send(readdressed(bundle.replace("Кашель", "Нежить"), addresses)), 409, IssueType.CONFLICT);
    assertThat(visitsOf(resident)).isOne();
  }

  @Test
  void the_name_of_another_system_is_enough() {
    var resident = TestResidents.living();
    var bundle = withoutOwnId(wholeVisitOf(resident));
    var first = locations(bundle, "201");

    assertThat(locations(readdressed(bundle, "urn:uuid:"), "200")).isEqualTo(first);
    assertOutcome(send(bundle.replace("Кашель", "Нежить")), 409, IssueType.CONFLICT);
    assertThat(visitsOf(resident)).isOne();
  }

  @Test
  void of_many_hands_at_once_that_know_it_by_that_name_one_records_it() throws Exception {
    var resident = TestResidents.living();
    var bundle = withoutOwnId(wholeVisitOf(resident));
    Callable<String> hand =
        () ->
            send(bundle)
                .statusCode(200)
                .extract()
                .<String>path("entry[0].response.status")
                .substring(0, 3);
    try (var hands = Executors.newFixedThreadPool(6)) {
      var statuses =
          hands.invokeAll(Collections.nCopies(6, hand)).stream()
              .map(answer -> answer.resultNow())
              .toList();
      assertThat(statuses).containsOnly("200", "201").containsOnlyOnce("201");
    }
    assertThat(visitsOf(resident)).isOne();
  }

  @Test
  void names_of_two_visits_are_no_name() {
    var resident = TestResidents.living();
    var one = Ids.newId();
    var other = Ids.newId();
    send(wholeVisitOf(resident, one)).statusCode(200);
    send(wholeVisitOf(resident, other)).statusCode(200);
    var both = named(withoutOwnId(wholeVisitOf(resident)), List.of("" + one, "" + other));
    assertOutcome(send(both), 409, IssueType.CONFLICT);
  }

  @Test
  void a_visit_has_at_most_ten_names_and_each_once() {
    var resident = TestResidents.living();
    var names = IntStream.range(0, 11).mapToObj(i -> Ids.newId().toString()).toList();
    var bundle = wholeVisitOf(resident);

    assertOutcome(send(named(bundle, names)), 422, IssueType.INVALID)
        .body("issue[0].diagnostics", containsString("identifier: At most 10."));
    assertThat(visitsOf(resident)).isZero();

    var twice = List.of(names.get(0), names.get(1), names.get(0));
    var encounter = locations(named(bundle, twice), "201").getFirst();
    assertThat(read(Encounter.class, encounter).getIdentifier()).hasSize(3);
  }

  @Test
  void who_may_not_see_the_patient_neither_waits_for_a_name_nor_holds_it() {
    var visit = Ids.newId();
    var bundle = wholeVisitOf(TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT), visit);
    try (var hand = Executors.newSingleThreadExecutor()) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                lock.waitForOthersWith("urn:example:clinic|" + visit);
                var answer =
                    CompletableFuture.supplyAsync(() -> send(bundle), hand)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
                assertOutcome(answer, 404, IssueType.NOTFOUND);
              });
    }
  }

  private static List<String> locations(String bundle, String status) {
    return send(bundle)
        .statusCode(200)
        .body("entry.response.status", everyItem(startsWith(status)))
        .extract()
        .path("entry.response.location");
  }

  private static long visitsOf(UUID resident) {
    return read(Bundle.class, "Encounter?patient=" + resident).getTotal();
  }

  /** The same with a new address for each entry. */
  private static String readdressed(String bundle, String prefix) {
    var addresses = new HashMap<String, String>();
    return ADDRESS
        .matcher(bundle)
        .replaceAll(
            found ->
                "\"%s\": \"%s\""
                    .formatted(
                        found.group(1),
                        addresses.computeIfAbsent(
                            found.group(2), known -> prefix + UUID.randomUUID())));
  }

  private static String withoutOwnId(String bundle) {
    var without =
        bundle.replaceFirst("\\{\"system\": \"urn:ietf:rfc:3986\", \"value\": \"[^\"]+\"},", "");
    assertThat(without).doesNotContain("rfc:3986");
    return without;
  }

  /** The same with other names of the clinic. */
  private static String named(String bundle, List<String> names) {
    var identifiers =
        names.stream()
            .map("{\"system\": \"urn:example:clinic\", \"value\": \"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return bundle.replaceFirst(
        "\\{\"system\": \"urn:example:clinic\", \"value\": \"[^\"]+\"}", identifiers);
  }
}
