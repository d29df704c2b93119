package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A resident applies for an administrative service and takes the receipt home. */
final class CaseChapter {
  private static final String CASES = "/api/registry/v1/cases";

  private final Stage stage;

  CaseChapter(Stage stage) {
    this.stage = stage;
  }

  void play(Fact<Household> registered) {
    Fact<String> submitted =
        stage
            .story()
            .step(
                "registrar takes a statement about a lost document",
                () -> submit(registered.get().atHome()));
    Fact<String> address =
        stage
            .story()
            .step("the receipt is printed with a QR code", () -> printReceipt(submitted.get()));
    stage
        .story()
        .step(
            "anyone may verify it, and learns nothing of the person", () -> verify(address.get()));
  }

  private Told<String> submit(Resident resident) {
    JsonNode one =
        stage
            .as("registrar")
            .post(CASES, Map.of("service", "LOST_DOCUMENT_STATEMENT", "residentId", resident.id()))
            .expect(201)
            .json();
    return Told.of(
        one.get("id").asText(),
        "due " + one.path("deadline").asText(),
        "look at " + stage.gateway().address(CASES + "/" + one.get("id").asText()));
  }

  private Told<String> printReceipt(String caseId) {
    Answer printed = stage.as("registrar").get(CASES + "/" + caseId + "/receipt").expect(200);

    unless(new String(printed.body(), 0, 5, UTF_8).equals("%PDF-"), "The receipt is no PDF");
    String link = printed.header("Link");
    unless(link.contains("/receipts/"), "No address verifies the receipt");
    return Told.of(
        link.substring(link.indexOf("/api/"), link.indexOf('>')),
        "look at " + stage.save("receipt.pdf", printed.body()));
  }

  private Told<Boolean> verify(String address) {
    JsonNode verified =
        stage
            .gateway()
            .anonymous()
            .with("Accept", "application/json")
            .get(address)
            .expect(200)
            .json();

    unless(
        verified.path("genuine").asBoolean() && verified.path("auditEntryHolds").asBoolean(),
        "Answered was %s",
        verified);
    return Told.done("genuine; %d fields, none about a person".formatted(verified.size()));
  }
}
