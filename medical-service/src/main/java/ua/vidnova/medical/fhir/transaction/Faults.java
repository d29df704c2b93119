package ua.vidnova.medical.fhir.transaction;

import java.util.ArrayList;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What cannot be taken of a bundle, by FHIRPath; collected, so that all is told at once. */
final class Faults {

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes a fault and stands for the missing value. */
  <T> T add(String path, String code, String message) {
    errors.add(new FieldError(path, code, message));
    return null;
  }

  /** The value; its absence is a fault, unless the place has one already. */
  <T> T required(T value, String path) {
    return value != null || errors.stream().anyMatch(error -> error.field().equals(path))
        ? value
        : add(path, "required", "Give it.");
  }

  boolean any() {
    return !errors.isEmpty();
  }

  List<FieldError> list() {
    return List.copyOf(errors);
  }
}
