package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.fhir.TestBundles.send;
import static ua.vidnova.medical.fhir.TestBundles.wholeVisitOf;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Someone who was registered twice is one patient, by whichever id they are asked for. */
@QuarkusTest
@WithPlatform
class MergedPatientsResourceTest {

  private UUID survivor;
  private UUID merged;

  @BeforeEach
  void two_records_of_one_person() {
    survivor = TestResidents.living();
    merged = TestResidents.living();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$everything", "$everything?_type=Encounter&_count=1"})
  void everything_by_either_id_holds_the_visits_of_both(String operation) {
    var own = recorded(visitOf(survivor));
    var other = recorded(visitOf(merged));
    TestResidents.merge(merged, survivor);

    for (var id : new UUID[] {survivor, merged}) {
      var encounters = entries(Encounter.class, all("Patient/" + id + "/" + operation));
      assertThat(encounters)
          .extracting(Encounter::getIdPart)
          .containsExactlyInAnyOrder(own.toString(), other.toString());
      assertThat(encounters)
          .extracting(one -> one.getSubject().getReference())
          .containsOnly("Patient/" + survivor);
    }
    assertThat(entries(Patient.class, read(Bundle.class, "Patient/" + merged + "/$everything")))
        .singleElement()
        .satisfies(one -> assertThat(one.getIdPart()).isEqualTo(merged.toString()))
        .satisfies(
            one ->
                assertThat(one.getLinkFirstRep().getOther().getReference())
                    .isEqualTo("Patient/" + survivor));
  }

  @Test
  void the_summary_by_either_id_is_the_survivors() {
    send(wholeVisitOf(survivor)).statusCode(200);
    send(wholeVisitOf(merged)).statusCode(200);
    TestResidents.merge(merged, survivor);

    for (var id : new UUID[] {survivor, merged}) {
      var summary = read(Bundle.class, "Patient/" + id + "/$summary");
      assertThat(entries(Patient.class, summary).getFirst().getIdPart())
          .isEqualTo(survivor.toString());
      assertThat(entries(AllergyIntolerance.class, summary)).isNotEmpty();
    }
  }

  @Test
  void a_transaction_that_names_the_merged_record_is_a_visit_of_the_survivor() {
    TestResidents.merge(merged, survivor);
    var visit = Ids.newId();
    var bundle = wholeVisitOf(merged, visit);

    send(bundle).statusCode(200);

    assertThat(read(Encounter.class, "Encounter/" + visit).getSubject().getReference())
        .isEqualTo("Patient/" + survivor);
    for (var id : new UUID[] {survivor, merged}) {
      assertThat(entries(Encounter.class, read(Bundle.class, "Encounter?patient=" + id)))
          .extracting(Encounter::getIdPart)
          .containsExactly(visit.toString());
    }
    send(bundle).statusCode(200);
    assertThat(read(Bundle.class, "Encounter?patient=" + survivor).getTotal()).isOne();
  }

  @Test
  void an_app_for_either_record_sees_the_person() {
    var visit = recorded(visitOf(survivor));
    TestResidents.merge(merged, survivor);

    for (var id : new UUID[] {survivor, merged}) {
      var app =
          TestTokens.staff("medic-1", Roles.MEDIC)
              .within(TestResidents.HROMADA)
              .withScopes("patient/*.rs")
              .claiming("patient", id.toString())
              .token();
      as(app).get(FHIR + "Patient/" + survivor).then().statusCode(200);
      as(app).get(FHIR + "Encounter/" + visit).then().statusCode(200);
      as(app).get(FHIR + "Encounter?patient=" + merged).then().body("total", equalTo(1));
    }
  }

  /** All pages in one. */
  private static Bundle all(String path) {
    var bundle = new Bundle();
    for (var next = path; next != null; next = nextOf(bundle)) {
      var page = read(Bundle.class, next);
      page.getEntry().forEach(bundle::addEntry);
      bundle.setLink(page.getLink());
    }
    return bundle;
  }

  private static String nextOf(Bundle page) {
    var next = page.getLink(Bundle.LINK_NEXT);
    return next == null
        ? null
        : next.getUrl().substring(next.getUrl().indexOf(FHIR) + FHIR.length());
  }
}
