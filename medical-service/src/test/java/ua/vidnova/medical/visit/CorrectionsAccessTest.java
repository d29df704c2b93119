package ua.vidnova.medical.visit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correct;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correctAs;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correctionOf;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.list;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.revisions;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.show;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Who corrects a visit, and who sees what of it is kept from others. */
@QuarkusTest
@WithPlatform
class CorrectionsAccessTest {

  @Test
  void only_who_recorded_it_or_leads_there_corrects_a_visit() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    var colleague = TestTokens.staff("medic-3", Roles.MEDIC).within(TestResidents.HROMADA);
    problem(correctAs(colleague.token(), id, 1, correctionOf(visit)), 403, "not-yours-to-correct");
    var leader =
        TestTokens.staff("lead-1", Roles.MEDIC, Roles.BRIGADE_LEAD).within(TestResidents.HROMADA);
    correctAs(leader.token(), id, 1, correctionOf(visit)).statusCode(201);
    var leadsElsewhere =
        TestTokens.staff("somebody", Roles.MEDIC, Roles.BRIGADE_LEAD)
            .within(TestResidents.OTHER_HROMADA);
    problem(correctAs(leadsElsewhere.token(), id, 2, correctionOf(visit)), 422, "visit-unknown");
    for (var role : List.of(Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.AUDITOR)) {
      var other = TestTokens.staff("other-1", role).within(TestResidents.HROMADA).token();
      correctAs(other, id, 2, correctionOf(visit)).statusCode(403);
      as(other).get(VISITS + "/" + id + "/revisions").then().statusCode(403);
    }
    as(leadsElsewhere.token()).get(VISITS + "/" + id + "/revisions").then().statusCode(404);
    correct(id, 2, correctionOf(visit)).statusCode(201);
  }

  @Test
  void protection_flags_are_seen_by_the_medic_alone_and_survive_a_leaders_correction() {
    var visit =
        with(
            visitOf(TestResidents.living()),
            "protection",
            List.of(Map.of("flag", "VIOLENCE", "note", "зі слів сусідки")));
    var id = recorded(visit);
    var leader =
        TestTokens.staff("lead-1", Roles.MEDIC, Roles.BRIGADE_LEAD)
            .within(TestResidents.HROMADA)
            .token();
    show(id).body("protection.note", contains("зі слів сусідки"));
    as(leader)
        .get(VISITS + "/" + id)
        .then()
        .statusCode(200)
        .body("protection", nullValue())
        .body("mdsItems", not(hasItem(50)));
    list(visit).body("items[0].protection", nullValue());
    var officer =
        TestTokens.staff("medic-2", Roles.MEDIC, Roles.PROTECTION_OFFICER)
            .within(TestResidents.HROMADA)
            .token();
    as(officer).get(VISITS + "/" + id).then().body("protection.flag", contains("VIOLENCE"));

    correctAs(leader, id, 1, with(correctionOf(visit), "protection", null))
        .statusCode(201)
        .body("protection", nullValue());
    show(id).body("protection.note", contains("зі слів сусідки"));

    correct(id, 2, with(correctionOf(visit), "protection", null)).statusCode(201);
    revisions(id).body("items[2].changed", contains("protection"));
    as(leader)
        .get(VISITS + "/" + id + "/revisions")
        .then()
        .body("items[2].changed", empty())
        .body("items.visit.protection", contains(nullValue(), nullValue(), nullValue()));
  }
}
