package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hl7.fhir.r4.model.Bundle.SearchEntryMode.MATCH;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.json;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** Searching as FHIR clients do it. */
@QuarkusTest
@WithPlatform
class FhirSearchResourceTest {

  @Test
  void encounters_are_found_by_patient_newest_first_page_by_page() {
    var resident = TestResidents.living();
    var newestFirst = new ArrayList<String>();
    for (int day = 0; day < 5; day++) {
      var start = anHourAgo().minus(Duration.ofDays(day)).toString();
      var visit = with(with(visitOf(resident), "startedAt", start), "endedAt", null);
      newestFirst.add(recorded(visit).toString());
    }
    recorded(visitOf(TestResidents.living()));

    var found = followNext(Encounter.class, "Encounter?_count=2&patient=Patient/" + resident, 5, 3);

    assertThat(found).extracting(Resource::getIdPart).containsExactlyElementsOf(newestFirst);
  }

  @Test
  void observations_are_found_by_patient_and_pages_may_end_within_a_visit() {
    var resident = TestResidents.living();
    for (int day = 0; day < 3; day++) {
      var start = anHourAgo().minus(Duration.ofDays(day)).toString();
      var visit = with(with(visitOf(resident), "startedAt", start), "endedAt", null);
      recorded(day == 1 ? with(visit, "vitals", null) : visit);
    }

    var found = followNext(Observation.class, "Observation?_count=3&patient=" + resident, 14, 5);

    assertThat(found).extracting(Resource::getIdPart).doesNotHaveDuplicates().hasSize(14);
    var one = found.getFirst().getEncounter().getReference();
    assertThat(followNext(Observation.class, "Observation?_count=3&encounter=" + one, 7, 3))
        .hasSize(7);
  }

  @Test
  void links_lead_through_the_gateway() {
    var resident = TestResidents.living();
    recorded(visitOf(resident));
    recorded(visitOf(resident));
    var answer =
        asMedic()
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "vidnova.example")
            .get(FHIR + "Encounter?_count=1&patient=" + resident)
            .then()
            .statusCode(200);
    var bundle = FhirChecks.valid(Bundle.class, answer.extract().asString());
    var door = "https://vidnova.example" + FHIR;
    assertThat(bundle.getLink("next").getUrl()).startsWith(door + "Encounter?");
    assertThat(bundle.getEntryFirstRep().getFullUrl()).startsWith(door + "Encounter/");
  }

  @Test
  void an_encounter_of_another_patient_does_not_match() {
    var visit = recorded(visitOf(TestResidents.living()));
    var other = TestResidents.living();
    var search = "Observation?encounter=" + visit + "&patient=" + other;
    assertThat(read(Bundle.class, search).getTotal()).isZero();
  }

  @Test
  void a_count_of_nought_asks_for_the_total() {
    var resident = TestResidents.living();
    recorded(visitOf(resident));
    for (var search : List.of("Encounter", "Observation")) {
      var bundle = read(Bundle.class, search + "?_count=0&patient=" + resident);
      assertThat(bundle.getTotal()).isEqualTo(search.equals("Encounter") ? 1 : 7);
      assertThat(bundle.getEntry()).isEmpty();
      assertThat(bundle.getLink("next")).isNull();
    }
  }

  @Test
  void a_large_count_is_cut_to_what_is_served() {
    var bundle = read(Bundle.class, "Encounter?_count=100000&patient=" + TestResidents.living());
    assertThat(bundle.getLink("self").getUrl()).endsWith("_count=200");
  }

  @Test
  void searching_for_someone_who_is_not_there_finds_nothing_and_says_so() {
    assertNothingToSee("Encounter?patient=" + Ids.newId());
    assertNothingToSee("Encounter?patient=example");
    assertNothingToSee("Observation?patient=" + Ids.newId());
    assertNothingToSee("Observation?encounter=" + Ids.newId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Encounter",
        "Observation",
        "Encounter?patient=",
        "Encounter?patient=a%00b",
        "Encounter?patient=Practitioner/ID",
        "Encounter?patient=http://elsewhere.example/Patient/ID",
        "Encounter?patient=ID,ID",
        "Encounter?patient=ID&patient=ID",
        "Encounter?patient=ID&date=18.11.2026",
        "Encounter?patient=ID&date=2026-13",
        "Encounter?patient=ID&date=zz2026",
        "Encounter?patient=ID&date=ge2026&date=le2026&date=2026",
        "Encounter?patient=ID&_include=Encounter:everything",
        "Encounter?patient=ID&_include=*",
        "Encounter?date=2026-11-18",
        "Encounter?_id=ID,ID",
        "Encounter?_id=a%20b",
        "Observation?patient=ID&code=",
        "Observation?patient=ID&code=%7C",
        "Observation?patient=ID&status=final",
        "Patient?name=x",
        "Patient/ID/$everything?_type=Claim",
        "Patient/ID/$everything?start=ge2026",
        "Patient/ID/$everything?sort=1",
        "Encounter?patient=ID&_count=-1",
        "Encounter?patient=ID&_count=many",
        "Encounter?patient=ID&_count=99999999999",
        "Encounter?patient=ID&after=eHg",
        "Encounter?patient=ID&after=%F0%9F%92%A5",
        "Encounter?patient=ID&after=MjAyNi0wMS0wMVQwMDowMDowMFovYS9i",
        "Encounter?patient:identifier=ID",
        "Observation?patient=ID&after=eHg",
        "Observation?subject=ID",
      })
  void a_search_that_cannot_be_read_is_400(String search) {
    var path = search.replace("ID", TestResidents.living().toString());
    assertOutcome(
        asMedic().urlEncodingEnabled(false).get(FHIR + path).then(), 400, IssueType.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "date=TODAY,              2",
    "date=eqTODAY,            2",
    "date=neTODAY,            1",
    "date=gtTODAY,            0",
    "date=geTODAY,            2",
    "date=ltTODAY,            1",
    "date=leTODAY,            3",
    "date=saYESTERDAY,        2",
    "date=ebTODAY,            1",
    "date=apYESTERDAY,        1",
    "date=geYESTERDAY&date=ltTODAY, 1",
    "_lastUpdated=geTODAY,    3",
    "_lastUpdated=ltTODAY,    0",
  })
  void encounters_are_found_by_dates(String parameters, int matches) {
    var resident = TestResidents.living();
    var today = LocalDate.now(KyivCalendar.KYIV);
    for (var day : List.of(today.minusDays(1), today, today)) {
      var start = day.atStartOfDay(KyivCalendar.KYIV).toInstant().toString();
      recorded(with(with(visitOf(resident), "startedAt", start), "endedAt", null));
    }
    var query =
        parameters
            .replace("TODAY", today.toString())
            .replace("YESTERDAY", today.minusDays(1).toString());
    assertThat(read(Bundle.class, "Encounter?patient=" + resident + "&" + query).getTotal())
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "code=8310-5,                               1",
    "code=http://loinc.org|8310-5,              1",
    "'code=8310-5,85354-9',                     2",
    "code=http://loinc.org|,                    7",
    "code=|8310-5,                              0",
    "code=urn:other|8310-5,                     0",
    "code=1234-5,                               0",
    "category=vital-signs,                      7",
    "category=laboratory,                       0",
    "category=vital-signs&code=8867-4,          1",
  })
  void observations_are_found_by_code_and_category(String parameters, int matches) {
    var resident = TestResidents.living();
    recorded(visitOf(resident));
    var found =
        followNext(
            Observation.class, "Observation?patient=" + resident + "&" + parameters, matches, 1);
    assertThat(found).hasSize(matches);
  }

  @Test
  void what_is_found_brings_along_what_it_refers_to() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    var bundle =
        read(
            Bundle.class,
            "Encounter?_id="
                + visit
                + "&_include=Encounter:patient&_include=Encounter:practitioner"
                + "&_include=Encounter:location");
    assertThat(bundle.getTotal()).isOne();
    assertThat(bundle.getEntry())
        .extracting(entry -> entry.getSearch().getMode() + " " + entry.getResource().fhirType())
        .containsExactlyInAnyOrder(
            "MATCH Encounter", "INCLUDE Patient", "INCLUDE Practitioner", "INCLUDE Location");
    for (var entry : bundle.getEntry()) {
      var alone = entry.getResource().fhirType() + "/" + entry.getResource().getIdPart();
      assertThat(json(read(entry.getResource().getClass(), alone)))
          .isEqualTo(json(entry.getResource()));
    }
    var ofObservations =
        read(
            Bundle.class,
            "Observation?_count=2&encounter=" + visit + "&_include=Observation:encounter");
    assertThat(entries(Encounter.class, ofObservations)).hasSize(1);
    assertThat(entries(Observation.class, ofObservations)).hasSize(2);
    assertThat(ofObservations.getLink("next").getUrl()).contains("_include=");
  }

  @Test
  void resources_are_found_by_id_and_identifier() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    var other = recorded(visitOf(resident));
    var urn = "identifier=urn:ietf:rfc:3986|urn:uuid:";
    for (var search :
        List.of(
            "Encounter?_id=" + visit,
            "Encounter?" + urn + visit,
            "Encounter?_id=" + visit + "&" + urn + visit,
            "Observation?_id=" + visit + ".8310-5",
            "Patient?_id=" + resident,
            "Patient?" + urn + resident,
            "Practitioner?_id=medic-1",
            "Practitioner?identifier=urn:vidnova:staff|medic-1",
            "Location?identifier=" + TestResidents.SETTLEMENT)) {
      assertThat(read(Bundle.class, search).getTotal()).as(search).isOne();
    }
    assertThat(
            read(Bundle.class, "Encounter?patient=" + resident + "&_id=" + visit + "," + other)
                .getTotal())
        .isEqualTo(2);
    var both = "Encounter?patient=" + resident + "&_id=" + visit + "&" + urn + other;
    assertThat(read(Bundle.class, both).getTotal()).isZero();
    assertThat(read(Bundle.class, "Location?_id=UA00000000000000000").getTotal()).isZero();
  }

  @Test
  void everything_of_a_patient_comes_page_by_page() {
    var resident = TestResidents.living();
    recorded(visitOf(resident));
    recorded(visitOf(resident));
    var path = "Patient/" + resident + "/$everything";

    var found = allPages(path + "?_count=5");

    var matches = found.stream().filter(one -> one.getSearch().getMode() == MATCH).toList();
    assertThat(matches)
        .extracting(one -> one.getResource().fhirType())
        .contains("Patient", "Encounter", "Observation");
    assertThat(matches)
        .extracting(Bundle.BundleEntryComponent::getFullUrl)
        .doesNotHaveDuplicates()
        .hasSize(read(Bundle.class, path + "?_count=0").getTotal());
    assertThat(found)
        .extracting(one -> one.getResource().fhirType())
        .contains("Practitioner", "Location");
    assertThat(read(Bundle.class, path + "?_type=Encounter").getTotal()).isEqualTo(2);
    assertThat(read(Bundle.class, path + "?end=2020&_type=Encounter").getTotal()).isZero();
    assertThat(read(Bundle.class, path + "?start=2020&_since=2020").getTotal())
        .isEqualTo(matches.size());
  }

  /** Follows the next links. */
  private static List<Bundle.BundleEntryComponent> allPages(String search) {
    var found = new ArrayList<Bundle.BundleEntryComponent>();
    var page = read(Bundle.class, search);
    while (true) {
      found.addAll(page.getEntry());
      if (page.getLink("next") == null) {
        return found;
      }
      var next = page.getLink("next").getUrl();
      page = read(Bundle.class, next.substring(next.indexOf(FHIR) + FHIR.length()));
    }
  }

  /** Follows the next links and checks each page's total and size. */
  private static <T extends Resource> List<T> followNext(
      Class<T> type, String search, int total, int pages) {
    var found = new ArrayList<T>();
    var page = read(Bundle.class, search);
    for (int number = 1; ; number++) {
      assertThat(page.getTotal()).isEqualTo(total);
      assertThat(page.getEntry())
          .allSatisfy(
              entry ->
                  assertThat(entry.getFullUrl())
                      .endsWith(
                          FHIR
                              + entry.getResource().fhirType()
                              + "/"
                              + entry.getResource().getIdPart()));
      found.addAll(entries(type, page));
      if (page.getLink("next") == null) {
        assertThat(number).isEqualTo(pages);
        return found;
      }
      var next = page.getLink("next").getUrl();
      page = read(Bundle.class, next.substring(next.indexOf(FHIR) + FHIR.length()));
      assertThat(page.getLink("self").getUrl()).isEqualTo(next);
    }
  }

  private static void assertNothingToSee(String search) {
    var bundle = read(Bundle.class, search);
    assertThat(bundle.getTotal()).isZero();
    assertThat(entries(OperationOutcome.class, bundle)).hasSize(1);
    assertThat(bundle.getEntry()).hasSize(1);
    assertThat(bundle.getEntryFirstRep().getSearch().getMode())
        .isEqualTo(Bundle.SearchEntryMode.OUTCOME);
  }
}
