package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The books prove themselves, and a resident is told how their sum came about. */
final class ProofChapter {
  private static final String LEDGER = "/api/payments/v1/ledger/verification";

  /** What lies in the folder in the end, for a person to open. */
  static final List<String> FILES =
      List.of(
          "pain.001.xml",
          "delivery-list.csv",
          "carried-over.csv",
          "aid-delivery-list.csv",
          "aid-vouchers.csv",
          "derivation.pdf");

  private final Stage stage;

  ProofChapter(Stage stage) {
    this.stage = stage;
  }

  void play(Fact<Household> entitled) {
    stage
        .story()
        .step(
            "auditor has the ledger prove that nothing was lost and no month was paid twice",
            this::verify);
    stage
        .story()
        .step(
            "the derivation is printed for the resident: which act, which coefficient, which month",
            () -> printDerivation(entitled.get().atHome()));
    stage
        .story()
        .step(
            "to open: bank file, post list, what was carried over, the village's lists, derivation",
            this::showFiles);
  }

  private Told<Boolean> verify() {
    JsonNode proof = stage.as("auditor").get(LEDGER).expect(200).json();
    unless(proof.get("intact").asBoolean(), "Broken: %s", proof.get("firstBreak"));
    return Told.done(
        "intact; checked " + proof.get("checked"), "look at " + stage.gateway().address(LEDGER));
  }

  private Told<Boolean> printDerivation(Resident resident) {
    String found = Gateway.path(ResumptionChapter.RESUMPTIONS, Map.of("residentId", resident.id()));
    String id = stage.as("officer").get(found).expect(200).json().at("/items/0/id").asText();
    String path = ResumptionChapter.RESUMPTIONS + "/" + id + "/derivation";
    JsonNode derivation = stage.as("officer").get(path).expect(200).json();
    unless(!derivation.get("law").isEmpty(), "No value of law is named");
    Answer printed = stage.as("officer").with("Accept", "application/pdf").get(path).expect(200);
    unless(new String(printed.body(), 0, 5, UTF_8).equals("%PDF-"), "The derivation is no PDF");
    return Told.done(
        "%d months, %d values of law"
            .formatted(derivation.get("months").size(), derivation.get("law").size()),
        "look at " + stage.save("derivation.pdf", printed.body()));
  }

  private Told<Boolean> showFiles() {
    List<Path> files = FILES.stream().map(stage.folder()::resolve).toList();
    for (Path file : files) {
      unless(Files.isRegularFile(file), "%s is missing", file);
    }
    return new Told<>(true, files.stream().map(Path::toString).toList());
  }
}
