package ua.vidnova.registry.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.review.OpenQuestion;

/**
 * Everything the registry holds of one person (особова справа).
 *
 * @param resident under whom the person is known
 * @param documents of all records of the person
 * @param registration of the record that was asked for
 * @param questions about all records of the person
 * @param further what follows from the statements beyond the resident's row
 * @param asOf the day on which the file is read, in Kyiv
 * @param merged the other records of the person
 * @param mergedInto the resident, when the record that was asked for is a merged one; else null
 */
public record ResidentFile(
    Resident resident,
    List<IdentityDocument> documents,
    Statement registration,
    List<OpenQuestion> questions,
    FurtherFacts further,
    LocalDate asOf,
    List<Resident> merged,
    UUID mergedInto) {

  /** The file of somebody of whom nothing but the registration is stated. */
  public ResidentFile(
      Resident resident,
      List<IdentityDocument> documents,
      Statement registration,
      List<OpenQuestion> questions) {
    this(
        resident,
        documents,
        registration,
        questions,
        FurtherFacts.NONE,
        registration.provenance().recordedOn(),
        List.of(),
        null);
  }

  /**
   * The record whose life state is the person's: the resident's own, unless it says LIVING and
   * another record of the person knows otherwise.
   */
  Resident lifeRecord() {
    return Stream.concat(Stream.of(resident), merged.stream())
        .filter(record -> record.lifeState() != LifeState.LIVING)
        .findFirst()
        .orElse(resident);
  }
}
