package ua.vidnova.registry.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.cases.document.CaseDocument;
import ua.vidnova.registry.cases.document.DocumentView;
import ua.vidnova.registry.cases.reminder.CaseReminder;
import ua.vidnova.registry.services.OfferedService;

/** A case with its log. */
@Schema(name = "Case")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
    UUID id,
    @Schema(examples = "RESIDENCE_REGISTRATION") String service,
    @Schema(examples = "Реєстрація місця проживання") String serviceNameUk,
    @Schema(description = "Who decides") String competentBodyUk,
    UUID residentId,
    String settlement,
    CaseState state,
    @Schema(description = "States that may follow") List<CaseState> nextStates,
    LocalDate submittedOn,
    @Schema(description = "Last day on which the competent body may decide") LocalDate deadline,
    boolean overdue,
    List<Needed> neededDocuments,
    List<DocumentView> documents,
    List<Step> transitions,
    List<Reminder> reminders) {

  /** A document that the service asks for, and whether a scan of it is attached. */
  @Schema(name = "NeededCaseDocument")
  public record Needed(String kind, String nameUk, boolean mandatory, boolean attached) {

    static Needed of(OfferedService.NeededDocument needed, List<CaseDocument> attached) {
      return new Needed(
          needed.kind(),
          needed.nameUk(),
          needed.mandatory(),
          attached.stream().anyMatch(document -> document.kind().equals(needed.kind())));
    }
  }

  /** One step. */
  @Schema(name = "CaseTransition")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      CaseState from,
      CaseState to,
      LocalDate occurredOn,
      String note,
      List<String> withoutDocuments,
      String recordedBy,
      String recordedByName,
      Instant recordedAt,
      Instant deviceTime) {

    static Step of(CaseTransition transition) {
      return new Step(
          transition.fromState(),
          transition.toState(),
          transition.occurredOn(),
          transition.note(),
          transition.withoutDocuments(),
          transition.recordedBy(),
          transition.recordedByName(),
          transition.recordedAt(),
          transition.deviceTime());
    }
  }

  /** A reminder of the deadline. */
  @Schema(name = "CaseReminder")
  public record Reminder(CaseReminder.Stage stage, Instant remindedAt) {}

  /** Shows a case as it stands today. */
  public static CaseView of(CaseFile file, LocalDate today) {
    var one = file.serviceCase();
    return new CaseView(
        one.id(),
        one.service(),
        file.service().nameUk(),
        file.service().competentBody().nameUk(),
        one.residentId(),
        one.settlement(),
        one.state(),
        one.state().next(),
        one.submittedOn(),
        one.deadline(),
        one.isOverdue(today),
        file.service().documents().stream()
            .map(needed -> Needed.of(needed, file.documents()))
            .toList(),
        file.documents().stream().map(DocumentView::of).toList(),
        file.transitions().stream().map(Step::of).toList(),
        file.reminders().stream()
            .map(reminder -> new Reminder(reminder.stage(), reminder.remindedAt()))
            .toList());
  }
}
