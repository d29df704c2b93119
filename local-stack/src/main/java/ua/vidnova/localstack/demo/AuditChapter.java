package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The auditor sees who read and wrote, and that the trails are whole. */
final class AuditChapter {
  private static final List<String> SERVICES =
      List.of("registry", "payments", "medical", "coordination");

  /** Something that must stand in the trail of the resident who is paid at home. */
  private record Deed(String service, String who, String action, String objectType) {}

  private static final List<Deed> DEEDS =
      List.of(
          new Deed("registry", "registrar", "registered", "resident"),
          new Deed("registry", "registrar", "read", "resident"),
          new Deed("payments", "officer", "read", "resumption"),
          new Deed("payments", "officer", "proposed", "resumption"),
          new Deed("payments", "approver", "approved", "resumption"),
          new Deed("payments", "ukrposhta", "read", "batch-file"),
          new Deed("payments", "ukrposhta", "reported", "instruction"),
          new Deed("medical", "medic", "recorded", "visit"),
          new Deed("medical", "medic", "read", "resident"));

  private final Stage stage;

  AuditChapter(Stage stage) {
    this.stage = stage;
  }

  void play(Fact<Household> household) {
    stage
        .story()
        .step(
            "auditor sees who read and wrote about a resident",
            () -> showDeeds(household.get().atHome()));
    stage.story().step("the audit trails of all four services verify", this::verify);
    stage
        .story()
        .step("nobody but an auditor reads the trails", () -> refuse(household.get().atHome()));
  }

  private Told<Boolean> showDeeds(Resident resident) {
    AuditTrails trails = new AuditTrails(stage);
    List<String> detail = new ArrayList<>();
    for (String service : DEEDS.stream().map(Deed::service).distinct().toList()) {
      AuditTrails.Trail trail = trails.of(service, resident.id());
      for (Deed deed : DEEDS) {
        unless(
            !deed.service().equals(service)
                || trail.has(
                    deed.action(), deed.objectType(), stage.gateway().subjectOf(deed.who())),
            "%s: that %s %s a %s is missing",
            service,
            deed.who(),
            deed.action(),
            deed.objectType());
      }
      String path = AuditTrails.path(service, resident.id());
      detail.add(
          "%s: %d entries, look at %s"
              .formatted(service, trail.entries().size(), stage.gateway().address(path)));
    }
    return new Told<>(true, detail);
  }

  private Told<Boolean> verify() {
    List<String> detail = new ArrayList<>();
    for (String service : SERVICES) {
      String path = "/api/%s/v1/audit/verification".formatted(service);
      JsonNode verification = stage.as("auditor").get(path).expect(200).json();
      unless(verification.get("whole").asBoolean(), "%s: %s", service, verification);
      detail.add("%s: %s entries".formatted(service, verification.get("entries")));
    }
    return Told.done(String.join(", ", detail));
  }

  private Told<Boolean> refuse(Resident resident) {
    stage
        .as("registrar")
        .get(AuditTrails.path("registry", resident.id()))
        .expectProblem(403, "forbidden");
    return Told.done("registrar: 403 forbidden");
  }
}
