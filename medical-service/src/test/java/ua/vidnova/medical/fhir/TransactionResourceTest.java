package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.fhir.FhirChecks.valid;
import static ua.vidnova.medical.fhir.TestBundles.medic;
import static ua.vidnova.medical.fhir.TestBundles.send;
import static ua.vidnova.medical.fhir.TestBundles.wholeVisitOf;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** A FHIR transaction becomes one visit, whole or not at all. */
@QuarkusTest
@WithPlatform
class TransactionResourceTest {

  @Test
  void each_part_is_served_as_it_was_handed_in_and_where_the_answer_says() {
    var resident = TestResidents.living();
    var answer =
        valid(Bundle.class, send(wholeVisitOf(resident)).statusCode(200).extract().asString());

    assertThat(answer.getType()).isEqualTo(Bundle.BundleType.TRANSACTIONRESPONSE);
    for (var entry : answer.getEntry()) {
      assertThat(entry.getResponse().getStatus()).startsWith("201");
      var location = entry.getResponse().getLocation();
      var type = Offer.find(location.substring(0, location.indexOf('/'))).orElseThrow();
      assertThat(read(Resource.class, location).fhirType()).isEqualTo(type.type());
    }
    var record = read(Bundle.class, "Patient/" + resident + "/$everything");
    var encounter = entries(Encounter.class, record).getFirst();
    assertThat(encounter.getDiagnosis()).hasSize(2);
    assertThat(encounter.getIdentifier()).hasSize(2);
    var diagnosis = encounter.getDiagnosisFirstRep().getCondition().getReference();
    assertThat(read(Condition.class, diagnosis).getCode().getText()).isEqualTo("Застуда");
    assertThat(entries(Condition.class, record))
        .extracting(one -> one.getCategoryFirstRep().getCodingFirstRep().getCode())
        .containsExactlyInAnyOrder(
            "encounter-diagnosis", "encounter-diagnosis", "problem-list-item");
    assertThat(entries(AllergyIntolerance.class, record).getFirst().getCode().getText())
        .isEqualTo("Пеніцилін");
    assertThat(entries(MedicationDispense.class, record).getFirst().getQuantity().getUnit())
        .isEqualTo("табл.");
    assertThat(entries(Immunization.class, record).getFirst().getLotNumber()).isEqualTo("V-1");
    assertThat(entries(ServiceRequest.class, record).getFirst().getPerformerFirstRep().getDisplay())
        .isEqualTo("Обласна лікарня");
    assertThat(entries(Composition.class, record).getFirst().getSection()).hasSize(8);
  }

  @Test
  void handing_it_in_again_changes_nothing() {
    var resident = TestResidents.living();
    var bundle = wholeVisitOf(resident);
    send(bundle).statusCode(200).body("entry[0].response.status", containsString("201"));
    send(bundle).statusCode(200).body("entry[0].response.status", containsString("200"));
    assertOutcome(send(bundle.replace("Кашель", "Нежить")), 409, IssueType.CONFLICT);
    assertThat(read(Bundle.class, "Encounter?patient=" + resident).getTotal()).isOne();
  }

  @Test
  void a_vaccine_that_was_out_of_date_is_recorded_with_a_warning() {
    var bundle = wholeVisitOf(TestResidents.living());
    send(bundle.replace("2028-01-31", "2020-01-31"))
        .statusCode(200)
        .body("entry[0].response.outcome.issue.severity", contains("warning"))
        .body(
            "entry[0].response.outcome.issue[0].diagnostics",
            containsString("vaccinations[0].expiresOn expired"));
    send(wholeVisitOf(TestResidents.living()))
        .body("entry.response.outcome", everyItem(nullValue()));
  }

  @Test
  void a_conditional_create_makes_nothing_when_the_visit_is_there() {
    var resident = TestResidents.living();
    var first = Ids.newId();
    send(wholeVisitOf(resident, first)).statusCode(200);
    var again = conditional(resident, Ids.newId(), first);

    send(again)
        .statusCode(200)
        .body("entry[0].response.status", containsString("200"))
        .body("entry[0].response.location", containsString("Encounter/" + first));

    assertThat(read(Bundle.class, "Encounter?patient=" + resident).getTotal()).isOne();
    var named = "Encounter?identifier=urn:example:clinic|" + first;
    assertThat(entries(Encounter.class, read(Bundle.class, named)).getFirst().getIdPart())
        .isEqualTo(first.toString());
  }

  @Test
  void a_conditional_create_makes_the_visit_when_it_is_not_there() {
    var resident = TestResidents.living();
    var visit = Ids.newId();
    send(conditional(resident, visit, visit))
        .statusCode(200)
        .body("entry[0].response.status", containsString("201"));
    assertThat(read(Encounter.class, "Encounter/" + visit).getIdentifier()).hasSize(2);
  }

  @Test
  void a_name_of_another_visit_is_not_given_again() {
    var resident = TestResidents.living();
    var first = Ids.newId();
    send(wholeVisitOf(resident, first)).statusCode(200);
    var other = Ids.newId();
    var claiming =
        wholeVisitOf(resident, other)
            .replace(
                "\"urn:example:clinic\", \"value\": \"" + other,
                "\"urn:example:clinic\", \"value\": \"" + first);
    assertOutcome(send(claiming), 409, IssueType.CONFLICT);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"type\": \"transaction\",  \"type\": \"batch\",         Bundle.type",
        "\"method\": \"POST\",       \"method\": \"PUT\",         Bundle.entry[0].request.method",
        "\"url\": \"Condition\",     \"url\": \"Patient\",        .request.url",
        "\"code\": \"Cel\",          \"code\": \"K\",             valueQuantity",
        "\"code\": \"8310-5\",       \"code\": \"1234-5\",        .code",
        "\"value\": 38.2,           \"value\": 60,               vitals.temperatureC",
        "\"code\": \"PRIMARY\",      \"code\": \"MAIN\",          diagnosis.use",
        "\"code\": \"TREATED\",      \"code\": \"WELL\",          dischargeDisposition",
        "\"lotNumber\": \"V-1\",     \"lotNumber\": \" \",        lotNumber",
        "\"expirationDate\": \"2028-01-31\", \"expirationDate\": \"2028-01\", expirationDate",
        "\"code\": \"SEATED\",       \"code\": \"BROOM\",         orderDetail",
        "\"status\": \"finished\",   \"status\": \"planned\",     .status",
        "\"valueCode\": \"GIVEN\",   \"valueCode\": \"MAYBE\",    extension",
        "Location/UA,                Place/UA,                    location",
        "\"start\": \"20,            \"end\": \"20,               period.start",
      })
  void what_cannot_be_taken_is_named_and_nothing_is_recorded(
      String right, String wrong, String place) {
    var resident = TestResidents.living();
    var bundle = wholeVisitOf(resident);
    assertThat(bundle).contains(right);
    assertOutcome(send(bundle.replace(right, wrong)), 422, IssueType.INVALID)
        .body("issue[0].diagnostics", containsString(place));
    assertThat(read(Bundle.class, "Encounter?patient=" + resident).getTotal()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"status\": \"finished\",  \"status\": \"done\"",
        "\"rank\": 1,               \"rank\": \"first\"",
        "\"reasonCode\",            \"reasons\"",
        "\"Bundle\",                \"Claim\"",
        "{\"fullUrl\",              {{\"fullUrl\"",
        "\"value\": 38.2,           \"value\": 1e-99999999",
        "\"value\": 20,             \"value\": 1e999999999",
      })
  void what_is_no_fhir_is_400(String right, String wrong) {
    var bundle = wholeVisitOf(TestResidents.living());
    assertThat(bundle).contains(right);
    assertOutcome(send(bundle.replace(right, wrong)), 400, IssueType.INVALID);
  }

  @Test
  void who_may_not_record_a_visit_may_not_by_fhir_either() {
    var resident = TestResidents.living();
    var bundle = wholeVisitOf(resident);
    assertOutcome(
        send(TestTokens.staff("medic-2", Roles.MEDIC).within(TestResidents.OTHER_HROMADA), bundle),
        403,
        IssueType.FORBIDDEN);
    assertOutcome(
        send(TestTokens.staff("r-1", Roles.REGISTRAR).within(TestResidents.HROMADA), bundle),
        403,
        IssueType.FORBIDDEN);
    assertOutcome(
        send(medic().withScopes("user/Encounter.cruds", "user/*.rs"), bundle),
        403,
        IssueType.FORBIDDEN);
    assertOutcome(
        send(wholeVisitOf(TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT))),
        404,
        IssueType.NOTFOUND);
    assertOutcome(send(wholeVisitOf(Ids.newId())), 422, IssueType.INVALID);
    send(medic().withScopes("user/*.c"), bundle).statusCode(200);
  }

  @Test
  void an_app_for_one_patient_records_for_no_other() {
    var mine = TestResidents.living();
    var app = medic().withScopes("patient/*.cruds").claiming("patient", mine.toString());
    assertOutcome(send(app, wholeVisitOf(TestResidents.living())), 404, IssueType.NOTFOUND);
    send(app, wholeVisitOf(mine)).statusCode(200);
  }

  private static String conditional(UUID resident, UUID visit, UUID unlessThere) {
    return wholeVisitOf(resident, visit)
        .replace(
            "\"url\": \"Encounter\"",
            "\"url\": \"Encounter\", \"ifNoneExist\": \"identifier=urn:example:clinic|"
                + unlessThere
                + "\"");
  }
}
