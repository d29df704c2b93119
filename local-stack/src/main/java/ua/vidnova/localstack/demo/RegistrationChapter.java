package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The registrar registers a household. */
final class RegistrationChapter {
  static final String RESIDENTS = "/api/registry/v1/residents";

  private final Stage stage;

  RegistrationChapter(Stage stage) {
    this.stage = stage;
  }

  Fact<Household> play(Fact<Cast> cast) {
    stage
        .story()
        .step("registrar's slips are refused, each with its field", () -> refuseSlips(cast.get()));
    Fact<Household> household =
        stage.story().step("registrar registers four people", () -> register(cast.get()));
    stage.story().step("nobody is registered twice", () -> refuseAnother(household.get().atHome()));
    stage
        .story()
        .step("registrar finds one of them by name and birth date", () -> find(household.get()));
    stage
        .story()
        .step("the registrar of another hromada sees none of them", () -> hide(household.get()));
    return household;
  }

  private static Registration registration(AwardLine award) {
    return new Registration(award.owner(), award.settlement(), Stage.today())
        .declaresNoRussianPension(Stage.today());
  }

  private Told<Boolean> refuseSlips(Cast cast) {
    ObjectNode slips = registration(cast.atHome()).body();
    LocalDate tomorrow = Stage.today().plusDays(1);
    String number = cast.atHome().owner().rnokpp();
    slips
        .put("rnokpp", number.substring(0, 9) + (number.charAt(9) - '0' + 1) % 10)
        .put("settlement", Place.HROMADA);
    slips.putObject("noRussianPension").put("declaredOn", "" + tomorrow);
    ((ObjectNode) slips.at("/documents/0")).put("number", "12");

    Answer refused = stage.as("registrar").post(RESIDENTS, slips).expectProblem(422, "invalid");

    String expected =
        "[documents[0].number: format, noRussianPension.declaredOn: future, rnokpp: checksum,"
            + " settlement: not-a-settlement]";
    String errors = refused.errors().stream().sorted().toList().toString();
    unless(errors.equals(expected), "Refused were %s, expected %s", errors, expected);
    return Told.done("422 invalid " + errors);
  }

  private Told<Household> register(Cast cast) {
    Registration withAccount =
        registration(cast.withAccount()).paidTo(cast.withAccount().owner().iban());
    ObjectNode undeclared = registration(cast.undeclared()).body();
    undeclared.remove("noRussianPension");
    Household household =
        new Household(
            register(cast.atHome(), registration(cast.atHome()).body()),
            register(cast.withAccount(), withAccount.body()),
            register(cast.dying(), registration(cast.dying()).body()),
            register(cast.undeclared(), undeclared));
    return Told.of(
        household,
        household.all().stream().map(Resident::id).collect(Collectors.joining(", ", "", "")),
        "look at " + stage.gateway().address(household.atHome().registryPath()));
  }

  private Resident register(AwardLine award, ObjectNode body) {
    JsonNode resident = stage.as("registrar").post(RESIDENTS, body).expect(201).json();
    return new Resident(resident.get("id").asText(), award);
  }

  private Told<Boolean> refuseAnother(Resident resident) {
    ObjectNode again = registration(resident.award()).body();
    again.put("phone", "+380500000000");
    stage.as("registrar").post(RESIDENTS, again).expectProblem(409, "resident-already-registered");
    return Told.done("409 resident-already-registered");
  }

  private Told<Boolean> find(Household household) {
    Resident wanted = household.atHome();
    Person person = wanted.award().owner();
    String path =
        Gateway.path(
            RESIDENTS,
            Map.of("q", person.family().substring(0, 5), "birthDate", person.birthDate()));

    JsonNode found = stage.as("registrar").get(path).expect(200).json().get("items");
    JsonNode shown = stage.as("registrar").get(wanted.registryPath()).expect(200).json();

    boolean listed =
        StreamSupport.stream(found.spliterator(), false)
            .anyMatch(line -> line.get("id").asText().equals(wanted.id()));
    unless(listed, "%s is not among %d found", wanted.id(), found.size());
    unless(
        shown.path("rnokpp").asText().equals(person.rnokpp())
            && shown.path("evidenceLevel").asText().equals("ORIGINAL"),
        "%s is shown with other facts",
        wanted.id());
    return Told.done("resident " + wanted.id() + " among " + found.size());
  }

  private Told<Boolean> hide(Household household) {
    for (Resident resident : household.all()) {
      stage.as("registrar-other").get(resident.registryPath()).expectProblem(404, "not-found");
    }
    return Told.done("registrar-other: 404 not-found");
  }
}
