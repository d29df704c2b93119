package ua.vidnova.payments.identification.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.payments.identification.Identification.Appointment;
import ua.vidnova.payments.identification.Identification.Finding;
import ua.vidnova.payments.identification.Method;
import ua.vidnova.payments.identification.Result;

/** What officers send about identifications. */
final class IdentificationRequests {

  private IdentificationRequests() {}

  /** An identification that was held, or is appointed. */
  @Schema(name = "IdentificationRequest")
  public record Held(
      @NotNull(message = "Say how.") Method method,
      @Schema(description = "With VIDEO: when it is to be") Instant appointedFor,
      @Schema(description = "An interpreter of sign language is needed") Boolean signLanguage,
      @Schema(examples = "2026-11-20", description = "Absent while it is only appointed")
          LocalDate heldOn,
      @Schema(description = "Absent while it is only appointed") Result result,
      @Schema(description = "The person declared to receive no Russian pension") Boolean declared) {

    List<FieldError> faults(LocalDate today) {
      if (heldOn == null && result == null) {
        return method == Method.VIDEO && appointedFor != null
            ? List.of()
            : List.of(required("result"), required("heldOn"));
      }
      return faultsOf(heldOn, result, declared, today);
    }

    Appointment appointment() {
      return new Appointment(method, appointedFor, Boolean.TRUE.equals(signLanguage));
    }

    Optional<Finding> finding() {
      return result == null
          ? Optional.empty()
          : Optional.of(new Finding(heldOn, result, Boolean.TRUE.equals(declared)));
    }
  }

  /** What came of one that was appointed. */
  @Schema(name = "IdentificationResultRequest")
  public record Decided(LocalDate heldOn, Result result, Boolean declared) {

    List<FieldError> faults(LocalDate today) {
      return faultsOf(heldOn, result, declared, today);
    }

    Finding finding() {
      return new Finding(heldOn, result, Boolean.TRUE.equals(declared));
    }
  }

  private static List<FieldError> faultsOf(
      LocalDate heldOn, Result result, Boolean declared, LocalDate today) {
    var faults = new ArrayList<FieldError>();
    if (heldOn == null) {
      faults.add(required("heldOn"));
    } else if (heldOn.isAfter(today)) {
      faults.add(new FieldError("heldOn", "in-future", "Not before it was held."));
    }
    if (result == null) {
      faults.add(required("result"));
    } else if (result == Result.FAILED && Boolean.TRUE.equals(declared)) {
      faults.add(new FieldError("declared", "not-passed", "Only who was identified declares."));
    }
    return faults;
  }

  private static FieldError required(String field) {
    return new FieldError(field, "required", "Needed unless a video call is only appointed.");
  }
}
